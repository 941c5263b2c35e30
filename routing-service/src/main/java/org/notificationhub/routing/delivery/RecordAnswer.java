package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.notificationhub.events.DeliveryAccepted;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.DutyRevived;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.Vocabulary;

/** What follows from an authority's answer, or from its silence. */
@ApplicationScoped
public class RecordAnswer {

    private static final Logger LOG = Logger.getLogger(RecordAnswer.class);

    private final RoutedNotificationRepository notifications;
    private final DeliveryRepository deliveries;
    private final Channels channels;
    private final RetrySchedule retries;
    private final Outcomes outcomes;
    private final RoutingConfig config;
    private final Vocabulary vocabulary;
    private final Clock clock;

    RecordAnswer(
            RoutedNotificationRepository notifications,
            DeliveryRepository deliveries,
            Channels channels,
            RetrySchedule retries,
            Outcomes outcomes,
            RoutingConfig config,
            Vocabulary vocabulary,
            Clock clock) {
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.channels = channels;
        this.retries = retries;
        this.outcomes = outcomes;
        this.config = config;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** An answer to an attempt whose time has run out changes nothing, unless the authority accepted. */
    @Transactional
    public void answered(UUID deliveryId, int attempt, Answer answer) {
        var delivery = notifications.lockDelivery(deliveryId);
        deliveries.attempt(deliveryId, attempt).ended(answer, clock.instant());
        if (answer instanceof Answer.Accepted accepted) {
            accepted(delivery, accepted);
        } else if (delivery.isSending(attempt)) {
            notAccepted(delivery, answer);
        }
    }

    /**
     * LfPSE's later word on a delivery that is still unanswered.
     *
     * @return whether there is such a delivery
     */
    @Transactional
    public boolean calledBack(UUID deliveryId, Answer answer) {
        if (!deliveries.isTo(Authority.LFPSE, deliveryId)) {
            return false;
        }
        var delivery = notifications.lockDelivery(deliveryId);
        if (answer instanceof Answer.Accepted accepted) {
            accepted(delivery, accepted);
        } else if (delivery.status() == DeliveryStatus.UNKNOWN) {
            notAccepted(delivery, answer);
        }
        return true;
    }

    /** The process that was sending has died, or the time an unanswered report may be held has passed. */
    @Transactional
    public void waitedTooLong(UUID deliveryId) {
        var delivery = notifications.lockDelivery(deliveryId);
        if (!delivery.isUnansweredAt(clock.instant())) {
            return;
        }
        if (delivery.status() == DeliveryStatus.SENDING) {
            answered(
                    deliveryId,
                    delivery.attempts(),
                    new Answer.NoAnswer("Sending stopped before its answer could be recorded"));
        } else {
            parked(delivery, "No answer came within the time it may be held");
        }
    }

    private void notAccepted(Delivery delivery, Answer answer) {
        if (answer instanceof Answer.Rejected rejected) {
            delivery.rejected(rejected.because());
            refused(delivery);
        } else if (answer instanceof Answer.TryLater later) {
            triedInVain(delivery, later);
        } else if (answer instanceof Answer.NoAnswer silence) {
            unanswered(delivery, silence.because());
        }
    }

    private void accepted(Delivery delivery, Answer.Accepted accepted) {
        if (delivery.receipt() != null) {
            return;
        }
        var notification = delivery.notification();
        var now = clock.instant();
        delivery.accepted(
                new Receipt(accepted.reference(), accepted.authorityId(), accepted.versionId(), now),
                accepted.because());
        var unflagged = isUnflagged(delivery, accepted);
        if (delivery.version() == notification.version() && !unflagged) {
            discharge(delivery);
        }
        var fallsBack = unflagged && fallBack(delivery);
        outcomes.tell(
                notification,
                (at, progress) -> new DeliveryAccepted(
                        notification.id(),
                        at,
                        delivery.id(),
                        delivery.authority().name(),
                        accepted.reference(),
                        progress));
        LOG.info("An authority accepted a delivery");
        if (fallsBack) {
            revived(notification, "LfPSE has accepted it, but not flagged for CQC, so CQC is told directly.");
        }
    }

    /** What LfPSE stored without the flag, or under another criterion, does not tell CQC. Where it shows nothing, what we sent counts. */
    private boolean isUnflagged(Delivery delivery, Answer.Accepted accepted) {
        if (delivery.purpose() != Purpose.DISCHARGES || accepted.stored() == null || delivery.isWithdrawal()) {
            return false;
        }
        var decidedAs = delivery.notification().decidedAs();
        return !accepted.stored().isFor(vocabulary.type(decidedAs).orElseThrow().cqcCriterion());
    }

    /** CQC's own acceptance ends the duty to CQC, and so does LfPSE's where the report was flagged for CQC. */
    private void discharge(Delivery delivery) {
        var notification = delivery.notification();
        var receipt = delivery.receipt();
        if (delivery.authority() == Authority.CQC) {
            notification.discharge(Authority.CQC, "CQC accepted it as " + receipt.reference(), receipt.acceptedAt());
        } else if (delivery.purpose() == Purpose.DISCHARGES) {
            notification.discharge(
                    Authority.CQC,
                    "LfPSE accepted it, flagged for CQC, as " + receipt.reference(),
                    receipt.acceptedAt());
            notification.scheduled().stream()
                    .filter(scheduled -> scheduled.purpose() == Purpose.FALLBACK)
                    .forEach(scheduled -> outcomes.cancel(scheduled, "LfPSE has accepted it"));
        }
    }

    private void triedInVain(Delivery delivery, Answer.TryLater later) {
        if (retries.isUsedUp(delivery.attempts())) {
            parked(delivery, later.because());
        } else {
            var wait = retries.after(delivery.attempts(), later.retryAfter());
            delivery.triesAgain(clock.instant().plus(wait), later.because());
            attempted(delivery);
            LOG.warn("A delivery was not taken; it is tried again");
        }
    }

    private void unanswered(Delivery delivery, String because) {
        var now = clock.instant();
        if (!delivery.canBeRepeated()) {
            delivery.unknownUntil(now.plus(config.lfpse().hold()), because);
        } else if (retries.isUsedUp(delivery.attempts())) {
            parked(delivery, because);
            return;
        } else {
            delivery.unknownUntilTriedAgain(now.plus(retries.after(delivery.attempts(), null)), because);
        }
        attempted(delivery);
        LOG.warn("A delivery was sent and not answered");
    }

    private void parked(Delivery delivery, String because) {
        delivery.parked(because);
        refused(delivery);
        LOG.error("A delivery is parked; see its attempts, mend the cause, and retry it");
    }

    /** The way out is prepared before the refusal is told: at no time does a person seem to be needed who is not. */
    private void refused(Delivery delivery) {
        var fallsBack = fallBack(delivery);
        attempted(delivery);
        cancelNeedlessWithdrawal(delivery);
        if (fallsBack) {
            revived(delivery.notification(), "LfPSE has not accepted it, so CQC is told directly.");
        }
    }

    /** What an authority never took need not be taken back. */
    private void cancelNeedlessWithdrawal(Delivery failed) {
        failed.notification().scheduled().stream()
                .filter(scheduled -> scheduled.isWithdrawal() && scheduled.authority() == failed.authority())
                .filter(scheduled ->
                        failed.notification().receiptBefore(scheduled).isEmpty())
                .forEach(scheduled -> outcomes.cancel(scheduled, "There is nothing to withdraw"));
    }

    /** The route that would have discharged the duty has failed: CQC is told after all, and the clock is the old one. */
    private boolean fallBack(Delivery failed) {
        var notification = failed.notification();
        if (failed.purpose() != Purpose.DISCHARGES
                || !notification.isOpen(Authority.CQC)
                || notification.isToldCurrently(Authority.CQC)
                || !channels.mayTell(Authority.CQC, notification.isTest())) {
            return false;
        }
        notification.deliver(channels.addressee(Authority.CQC, Purpose.FALLBACK), clock.instant());
        return true;
    }

    private void revived(RoutedNotification notification, String because) {
        outcomes.tell(
                notification,
                (at, progress) -> new DutyRevived(notification.id(), at, Authority.CQC.name(), because, progress));
        LOG.warn("A duty to tell CQC is revived");
    }

    private void attempted(Delivery delivery) {
        var notification = delivery.notification();
        outcomes.tell(
                notification,
                (at, progress) -> new DeliveryAttempted(
                        notification.id(),
                        at,
                        delivery.id(),
                        delivery.authority().name(),
                        delivery.status(),
                        delivery.explanation(),
                        progress));
    }
}
