package org.notificationhub.intake.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(examples = StatusChange.EXAMPLE)
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

    static final String EXAMPLE = """
            { "id": "01a20a39-5b1c-7c1e-9d6a-3f0f6f3a2b11",
              "notificationId": "01a20a38-9f4e-7a30-8b52-5d1c9be0a7d4",
              "reference": "INC-2026-000123",
              "providerId": "RJ1",
              "version": 1,
              "status": "DISCHARGED",
              "previousStatus": "IN_PROGRESS",
              "duties": [ { "authority": "CQC", "status": "DISCHARGED" } ],
              "deliveries": [ { "authority": "LFPSE", "status": "ACCEPTED", "reference": "LFPSE-2026-4711" } ],
              "at": "2026-11-23T21:02:58.104Z",
              "because": "DELIVERY_ACCEPTED" }""";

    public record Duty(String authority, DutyStatus status) {}

    /** @param reference what the authority calls it, once it has answered */
    public record Delivery(String authority, DeliveryStatus status, String reference) {}

    /** A change at its place in the feed. */
    public record Placed(long position, StatusChange change) {}
}
