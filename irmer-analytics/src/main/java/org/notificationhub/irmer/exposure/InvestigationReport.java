package org.notificationhub.irmer.exposure;

import java.time.Instant;
import java.util.UUID;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationWithdrawn;

/**
 * What one version of an investigation report says. It is never counted itself: it answers the exposure that the same
 * provider told of under the reference it follows.
 *
 * @param followsReference the provider's own reference of the exposure; null for a withdrawal
 */
record InvestigationReport(
        UUID notificationId,
        int version,
        Instant saidAt,
        String providerId,
        String followsReference,
        Instant toldCqcAt,
        boolean test,
        boolean withdrawn) {

    static InvestigationReport of(HubEvent.FromSender event) {
        if (event instanceof NotificationReceived received) {
            return said(event, received.receivedAt(), received.content());
        }
        if (event instanceof NotificationAmended amended) {
            return said(event, amended.amendedAt(), amended.content());
        }
        var at = ((NotificationWithdrawn) event).withdrawnAt();
        return new InvestigationReport(
                event.notificationId(), event.version(), at, event.providerId(), null, null, false, true);
    }

    private static InvestigationReport said(HubEvent.FromSender event, Instant at, NotificationContent content) {
        return new InvestigationReport(
                event.notificationId(),
                event.version(),
                at,
                event.providerId(),
                content.details().path("followsReference").asText(null),
                content.cqc() == null ? null : content.cqc().notifiedAt(),
                content.test(),
                false);
    }
}
