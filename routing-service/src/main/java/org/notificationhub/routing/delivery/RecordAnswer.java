package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.notificationhub.events.DeliveryAccepted;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.rule.Authority;

/** What follows from an authority's answer, or from its silence. */
@ApplicationScoped
public class RecordAnswer {

    private static final Logger LOG = Logger.getLogger(RecordAnswer.class);

    private final RoutedNotificationRepository notifications;
    private final DeliveryRepository deliveries;
    private final ConditionalExemption exemption;
    private final RetrySchedule retries;
    private final Outcomes outcomes;
    private final Evidence evidence;
    private final RoutingConfig config;
    private final Clock clock;

    RecordAnswer(
            RoutedNotificationRepository notifications,
            DeliveryRepository deliveries,
            ConditionalExemption exemption,
            RetrySchedule retries,
            Outcomes outcomes,
            Evidence evidence,
            RoutingConfig config,
            Clock clock) {
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.exemption = exemption;
        this.retries = retries;
        this.outcomes = outcomes;
        this.evidence = evidence;
        this.config = config;
        this.clock = clock;
    }

    /** An answer to an attempt whose time has run out changes nothing, unless the authority accepted. */
    @Transactional
    public void answered(UUID deliveryId, int attempt, Answer answer) {
        var delivery = notifications.lockDelivery(deliveryId);
        var ended = deliveries.attempt(deliveryId, attempt).ended(answer, clock.instant());
        evidence.add(delivery.notification().id(), AttemptAnswered.of(delivery, ended, answer));
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
        var unflagged = exemption.isUnflagged(delivery, accepted);
        if (delivery.version() == notification.version() && !unflagged) {
            exemption.discharge(delivery);
        }
        var fallsBack = unflagged && exemption.fallBack(delivery);
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
            exemption.revived(notification, "LfPSE has accepted it, but not flagged for CQC, so CQC is told directly.");
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
        var fallsBack = exemption.fallBack(delivery);
        attempted(delivery);
        cancelNeedlessWithdrawal(delivery);
        if (fallsBack) {
            exemption.revived(delivery.notification(), "LfPSE has not accepted it, so CQC is told directly.");
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
