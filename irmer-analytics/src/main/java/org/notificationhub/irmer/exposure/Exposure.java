package org.notificationhub.irmer.exposure;

import java.time.Instant;
import java.util.UUID;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.irmer.report.Modality;

/**
 * What one version of a notification says of a significant accidental or unintended exposure. Nothing here is ever
 * changed; of several versions the highest is the truth, in whichever order they came.
 *
 * @param receivedAt when the hub received the notification; known of its first version only
 * @param toldCqcAt when the sender had told CQC itself, before it told the hub; null where it had not
 * @param modality null where none is known, and for a withdrawal, which says nothing of it
 */
public record Exposure(
        UUID notificationId,
        int version,
        String providerId,
        Instant receivedAt,
        Instant toldCqcAt,
        Modality modality,
        boolean test,
        boolean withdrawn) {

    static Exposure of(NotificationReceived event) {
        return said(event, event.receivedAt(), event.content());
    }

    static Exposure of(NotificationAmended event) {
        return said(event, null, event.content());
    }

    static Exposure of(NotificationWithdrawn event) {
        return new Exposure(event.notificationId(), event.version(), event.providerId(), null, null, null, false, true);
    }

    private static Exposure said(HubEvent.FromSender event, Instant receivedAt, NotificationContent content) {
        return new Exposure(
                event.notificationId(),
                event.version(),
                event.providerId(),
                receivedAt,
                content.cqc() == null ? null : content.cqc().notifiedAt(),
                Modality.of(content.details().path("modality").asText()).orElse(null),
                content.test(),
                false);
    }
}
