package org.notificationhub.routing.delivery;

import java.time.Instant;
import java.util.UUID;
import org.notificationhub.events.NotificationContent;

/**
 * One thing to tell an authority.
 *
 * @param deliveryId the same on every attempt
 * @param receivedAt when the version was received
 * @param decidedAs the type whose rule was applied: where one goes before another, not the one that the sender chose
 * @param withdrawalReason null unless the action is {@code WITHDRAW}
 * @param earlierReference what the authority knows the earlier version by: its own id where it gave one (LfPSE's
 *     resource id), else its reference; null for {@code SUBMIT}
 * @param cqcCriterion under which LfPSE is to flag the report for CQC, since it is to discharge a duty to CQC; null where
 *     it is not
 */
public record Dispatch(
        UUID deliveryId,
        UUID notificationId,
        int version,
        Instant receivedAt,
        String channel,
        Action action,
        String decidedAs,
        NotificationContent content,
        String withdrawalReason,
        String earlierReference,
        String cqcCriterion,
        String correlationId,
        String traceparent) {

    public enum Action {
        SUBMIT,
        AMEND,
        WITHDRAW
    }
}
