package org.notificationhub.routing.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.routing.callback.KeptCallback;
import org.notificationhub.routing.delivery.Attempt;
import org.notificationhub.routing.delivery.Delivery;
import org.notificationhub.routing.delivery.ReceiptState;
import org.notificationhub.routing.delivery.Retry;
import org.notificationhub.routing.rule.Authority;

/**
 * A delivery.
 *
 * @param version of the notification
 * @param purpose {@code DIRECT}, {@code DISCHARGES}, {@code FALLBACK} or {@code COPY}
 * @param action {@code SUBMIT}, {@code AMEND} or {@code WITHDRAW}
 * @param nextAttemptAt absent where none is due
 * @param explanation why it is as it is, without content
 * @param receiptState how far LfPSE is with its record: {@code SENT}, {@code RECEIVED}, {@code ACCEPTED}, {@code REJECTED},
 *     {@code AMENDED} or {@code WITHDRAWN}, by its versions and not by the order in which we heard; absent for CQC
 * @param receipt absent until it is accepted
 * @param history every attempt; absent in lists
 * @param retries each time a person had it tried again; absent in lists
 * @param callbacks what was told of LfPSE's record, in the order in which it came; absent in lists and for CQC
 */
public record DeliveryView(
        UUID id,
        UUID notificationId,
        int version,
        String type,
        String providerId,
        String authority,
        String channel,
        String purpose,
        String action,
        DeliveryStatus status,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        String explanation,
        ReceiptState receiptState,
        ReceiptView receipt,
        List<AttemptView> history,
        List<RetryView> retries,
        List<CallbackView> callbacks) {

    /** Among others. */
    static DeliveryView listed(Delivery delivery) {
        return of(delivery, null, null, null);
    }

    /** With all that was done about it. */
    static DeliveryView whole(
            Delivery delivery, List<Attempt> history, List<Retry> retries, List<KeptCallback> callbacks) {
        return of(
                delivery,
                history.stream().map(AttemptView::of).toList(),
                retries.stream().map(RetryView::of).toList(),
                delivery.authority() == Authority.LFPSE
                        ? callbacks.stream().map(CallbackView::listed).toList()
                        : null);
    }

    private static DeliveryView of(
            Delivery delivery, List<AttemptView> history, List<RetryView> retries, List<CallbackView> callbacks) {
        return new DeliveryView(
                delivery.id(),
                delivery.notification().id(),
                delivery.version(),
                delivery.notification().type(),
                delivery.notification().providerId(),
                delivery.authority().name(),
                delivery.channel(),
                delivery.purpose().name(),
                delivery.action().name(),
                delivery.status(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.explanation(),
                delivery.receiptState(),
                ReceiptView.of(delivery),
                history,
                retries,
                callbacks);
    }

    /** @param authorityId the authority's own id of what it stored; absent where it has none */
    public record ReceiptView(String reference, String authorityId, String authorityVersion, Instant acceptedAt) {
        static ReceiptView of(Delivery delivery) {
            var receipt = delivery.receipt();
            return receipt == null
                    ? null
                    : new ReceiptView(
                            receipt.reference(),
                            receipt.authorityId(),
                            receipt.authorityVersion(),
                            receipt.acceptedAt());
        }
    }

    /**
     * @param outcome {@code ACCEPTED}, {@code REJECTED}, {@code TRY_LATER} or {@code NO_ANSWER}; absent while under way
     * @param taxonomy the version of LfPSE's taxonomy in which it was told; absent for CQC and for a withdrawal
     */
    public record AttemptView(
            int number, Instant startedAt, Instant endedAt, String outcome, String explanation, String taxonomy) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.startedAt(),
                    attempt.endedAt(),
                    attempt.outcome() == null ? null : attempt.outcome().name(),
                    attempt.explanation(),
                    attempt.taxonomy());
        }
    }

    /**
     * @param afterAttempt the number of the last attempt before it
     * @param replayId absent where this delivery alone was meant
     */
    public record RetryView(int afterAttempt, Instant at, String by, String reason, UUID replayId) {
        static RetryView of(Retry retry) {
            return new RetryView(retry.afterAttempt(), retry.at(), retry.by(), retry.reason(), retry.replayId());
        }
    }
}
