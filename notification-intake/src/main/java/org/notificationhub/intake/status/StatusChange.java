package org.notificationhub.intake.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.NotificationStatus;

/**
 * A change in how a notification stands, as its sender is told of it. Holds codes and references, no free text: the words
 * are in the notification's timeline.
 *
 * @param id of the change: the same wherever and however often it is told
 * @param reference the sender's own
 * @param version of the notification when it changed
 * @param previousStatus absent for the first; equal to {@code status} where only a duty, a delivery or the version changed
 * @param because the step of the timeline that changed it, such as {@code RECEIVED} or {@code DELIVERY_ACCEPTED}
 */
public record StatusChange(
        UUID id,
        UUID notificationId,
        String reference,
        String providerId,
        int version,
        NotificationStatus status,
        NotificationStatus previousStatus,
        List<Duty> duties,
        List<Delivery> deliveries,
        Instant at,
        String because) {

    public record Duty(String authority, DutyStatus status) {}

    /** @param reference what the authority calls it, once it has answered */
    public record Delivery(String authority, DeliveryStatus status, String reference) {}

    /** A change at its place in the feed. */
    public record Placed(long position, StatusChange change) {}
}
