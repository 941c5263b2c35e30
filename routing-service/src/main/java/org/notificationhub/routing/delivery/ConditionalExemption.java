package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.notificationhub.events.DutyRevived;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.Vocabulary;

/**
 * A trust need not tell CQC what LfPSE has accepted, flagged for CQC; what LfPSE does not accept so, CQC is told directly.
 * The caller holds the notification's lock.
 */
@ApplicationScoped
class ConditionalExemption {

    private static final Logger LOG = Logger.getLogger(ConditionalExemption.class);

    private final Channels channels;
    private final Outcomes outcomes;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ConditionalExemption(Channels channels, Outcomes outcomes, Vocabulary vocabulary, Clock clock) {
        this.channels = channels;
        this.outcomes = outcomes;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** What LfPSE stored without the flag, or under another criterion, does not tell CQC. Where it shows nothing, what we sent counts. */
    boolean isUnflagged(Delivery delivery, Answer.Accepted accepted) {
        if (delivery.purpose() != Purpose.DISCHARGES || accepted.stored() == null || delivery.isWithdrawal()) {
            return false;
        }
        var decidedAs = delivery.notification().decidedAs();
        return !accepted.stored().isFor(vocabulary.type(decidedAs).orElseThrow().cqcCriterion());
    }

    /**
     * CQC's own acceptance ends the duty to CQC, and so does LfPSE's where the report was flagged for CQC. That LfPSE took a
     * withdrawal meets no duty, and CQC still has to be told of it.
     */
    void discharge(Delivery delivery) {
        if (delivery.isWithdrawal()) {
            return;
        }
        var notification = delivery.notification();
        var receipt = delivery.receipt();
        if (delivery.authority() == Authority.CQC) {
            notification.discharge(Authority.CQC, "CQC accepted it as " + receipt.reference(), receipt.acceptedAt());
        } else if (delivery.purpose() == Purpose.DISCHARGES) {
            notification.discharge(
                    Authority.CQC,
                    "LfPSE accepted it, flagged for CQC, as " + receipt.reference(),
                    receipt.acceptedAt());
            notification.untold().stream()
                    .filter(untold -> untold.authority() == Authority.CQC)
                    .filter(untold ->
                            untold.purpose() == Purpose.FALLBACK || !notification.mayKnowOfEarlier(Authority.CQC))
                    .forEach(untold -> outcomes.cancel(untold, "LfPSE has accepted it"));
        }
    }

    /** The route that would have discharged the duty has failed: CQC is told after all, and the clock is the old one. */
    boolean fallBack(Delivery failed) {
        var notification = failed.notification();
        if (failed.purpose() != Purpose.DISCHARGES
                || !notification.isOpen(Authority.CQC)
                || notification.isToldCurrently(Authority.CQC)
                || !channels.mayTell(Authority.CQC, notification.isTest())) {
            return false;
        }
        notification.deliver(
                channels.addressee(Authority.CQC, Purpose.FALLBACK, notification.decidedAs()), clock.instant());
        return true;
    }

    void revived(RoutedNotification notification, String because) {
        outcomes.tell(
                notification,
                (at, progress) -> new DutyRevived(notification.id(), at, Authority.CQC.name(), because, progress));
        LOG.warn("A duty to tell CQC is revived");
    }
}
