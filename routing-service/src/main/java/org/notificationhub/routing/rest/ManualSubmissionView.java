package org.notificationhub.routing.rest;

import java.time.Instant;
import java.util.UUID;
import org.notificationhub.routing.delivery.Duty;
import org.notificationhub.routing.delivery.ManualSubmission;
import org.notificationhub.routing.delivery.ManualTask;
import org.notificationhub.routing.rule.Authority;

/**
 * Something that a person is to tell CQC, or has told it.
 *
 * @param id of the delivery
 * @param type whose rule was applied, which says which form CQC wants
 * @param action {@code SUBMIT}, {@code AMEND} or {@code WITHDRAW}
 * @param channel {@code manual}, or {@code email} where the form has left and CQC's reference is awaited
 * @param dueAt the last moment the law allows; absent where it gives no number
 * @param internalTarget the provider's own target, where the law gives no number
 * @param recorded absent until somebody has recorded what they submitted
 */
public record ManualSubmissionView(
        UUID id,
        UUID notificationId,
        int version,
        String type,
        String providerId,
        String action,
        String channel,
        ManualTask.State state,
        String explanation,
        Instant createdAt,
        Instant dueAt,
        Instant internalTarget,
        Recorded recorded,
        String form) {

    static ManualSubmissionView of(ManualTask task) {
        var delivery = task.delivery();
        var notification = delivery.notification();
        var duty = notification.duty(Authority.CQC);
        return new ManualSubmissionView(
                delivery.id(),
                notification.id(),
                delivery.version(),
                notification.decidedAs(),
                notification.providerId(),
                delivery.action().name(),
                delivery.channel(),
                task.state(),
                delivery.explanation(),
                delivery.createdAt(),
                duty.map(Duty::dueAt).orElse(null),
                duty.map(Duty::targetAt).orElse(null),
                Recorded.of(task.recorded()),
                "/v1/manual-submissions/" + delivery.id() + "/form");
    }

    /**
     * @param recordedBy the client that recorded it
     * @param confirmedBy the second person; absent where none was asked or has confirmed
     * @param sentBackBecause absent unless the second person sent it back
     */
    public record Recorded(
            String cqcReference,
            Instant submittedAt,
            String recordedBy,
            Instant recordedAt,
            String confirmedBy,
            Instant confirmedAt,
            String sentBackBy,
            String sentBackBecause) {

        static Recorded of(ManualSubmission submission) {
            return submission == null
                    ? null
                    : new Recorded(
                            submission.cqcReference(),
                            submission.submittedAt(),
                            submission.recordedBy(),
                            submission.recordedAt(),
                            submission.confirmedBy(),
                            submission.confirmedAt(),
                            submission.sentBackBy(),
                            submission.sentBackBecause());
        }
    }
}
