package org.notificationhub.intake.rest;

import java.time.Instant;
import java.util.UUID;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.intake.notification.Notification;

/** A line of the list of notifications. */
public record NotificationSummary(
        UUID id,
        String type,
        String reference,
        String providerId,
        NotificationStatus status,
        Instant receivedAt,
        AcceptedView.Links links) {

    static NotificationSummary of(Notification notification) {
        return new NotificationSummary(
                notification.id(),
                notification.type(),
                notification.reference(),
                notification.providerId(),
                notification.status(),
                notification.receivedAt(),
                AcceptedView.Links.to(notification.id()));
    }
}
