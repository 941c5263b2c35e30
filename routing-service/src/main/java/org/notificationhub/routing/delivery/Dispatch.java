package org.notificationhub.routing.delivery;

import java.util.UUID;
import org.notificationhub.events.NotificationContent;

/**
 * One thing to tell an authority.
 *
 * @param deliveryId the same on every attempt
 * @param withdrawalReason null unless the action is {@code WITHDRAW}
 * @param earlierReference what the authority knows the earlier version by: its own id where it gave one (LfPSE's
 *     resource id), else its reference; null for {@code SUBMIT}
 * @param flagForCqc the report is to discharge a duty to CQC, so it must say that CQC is to be told
 */
public record Dispatch(
        UUID deliveryId,
        UUID notificationId,
        int version,
        Action action,
        NotificationContent content,
        String withdrawalReason,
        String earlierReference,
        boolean flagForCqc,
        String correlationId,
        String traceparent) {

    public enum Action {
        SUBMIT,
        AMEND,
        WITHDRAW
    }
}
