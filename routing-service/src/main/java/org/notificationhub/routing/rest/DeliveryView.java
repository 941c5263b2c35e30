package org.notificationhub.routing.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.routing.delivery.Attempt;
import org.notificationhub.routing.delivery.Delivery;

/**
 * A delivery.
 *
 * @param version of the notification
 * @param purpose {@code DIRECT}, {@code DISCHARGES}, {@code FALLBACK} or {@code COPY}
 * @param action {@code SUBMIT}, {@code AMEND} or {@code WITHDRAW}
 * @param nextAttemptAt absent where none is due
 * @param explanation why it is as it is, without content
 * @param receipt absent until it is accepted
 * @param history every attempt; absent in lists
 */
public record DeliveryView(
        UUID id,
        UUID notificationId,
        int version,
        String authority,
        String channel,
        String purpose,
        String action,
        DeliveryStatus status,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        String explanation,
        ReceiptView receipt,
        List<AttemptView> history) {

    static DeliveryView of(Delivery delivery, List<Attempt> history) {
        return new DeliveryView(
                delivery.id(),
                delivery.notification().id(),
                delivery.version(),
                delivery.authority().name(),
                delivery.channel(),
                delivery.purpose().name(),
                delivery.action().name(),
                delivery.status(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.explanation(),
                ReceiptView.of(delivery),
                history == null ? null : history.stream().map(AttemptView::of).toList());
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

    /** @param outcome {@code ACCEPTED}, {@code REJECTED}, {@code TRY_LATER} or {@code NO_ANSWER}; absent while under way */
    public record AttemptView(int number, Instant startedAt, Instant endedAt, String outcome, String explanation) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.startedAt(),
                    attempt.endedAt(),
                    attempt.outcome() == null ? null : attempt.outcome().name(),
                    attempt.explanation());
        }
    }
}
