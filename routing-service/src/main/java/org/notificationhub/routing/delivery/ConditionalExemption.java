package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.DutyRevived;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.Vocabulary;

/**
 * A trust need not tell CQC what LfPSE has accepted, flagged for CQC, as long as that record stands; what does not stand so,
 * CQC is told directly. The caller holds the notification's lock.
 */
@ApplicationScoped
class ConditionalExemption {

    private static final Logger LOG = Logger.getLogger(ConditionalExemption.class);

    private final Channels channels;
    private final Outcomes outcomes;
    private final RoutedNotificationRepository notifications;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ConditionalExemption(
            Channels channels,
            Outcomes outcomes,
            RoutedNotificationRepository notifications,
            Vocabulary vocabulary,
            Clock clock) {
        this.channels = channels;
        this.outcomes = outcomes;
        this.notifications = notifications;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** What the sender's report to LfPSE, and what was sent there for it, come to. */
    enum Turn {
        NONE,
        DISCHARGED,
        REVIVED
    }

    /** CQC's own acceptance ends the duty to CQC. */
    void toldDirectly(Delivery delivery) {
        var notification = delivery.notification();
        if (delivery.version() == notification.version()) {
            notification.discharge(
                    Authority.CQC,
                    "CQC accepted it as " + delivery.receipt().reference(),
                    delivery.receipt().acceptedAt());
        }
    }

    /** What was stored of this delivery does not say that CQC is to be told of it. */
    boolean isUnflagged(Delivery delivery, LfpseReceipt record) {
        return delivery.purpose() == Purpose.DISCHARGES
                && !delivery.isWithdrawal()
                && record.lacksFlag(criterion(delivery.notification()));
    }

    /** Only the version that holds now can discharge a duty, and only it can fail to. */
    Weighed weigh(RoutedNotification notification, List<Statement> heard) {
        if (notification.isWithdrawn()) {
            return Weighed.NOTHING;
        }
        var criterion = criterion(notification);
        var grounds = grounds(notification, heard);
        var standing = grounds.stream()
                .filter(record -> record.state().stands() && !record.lacksFlag(criterion))
                .findFirst();
        if (standing.isPresent()) {
            return new Weighed(discharge(notification, standing.get().proof()), null);
        }
        return grounds.stream()
                .filter(record -> record.state().hasFailed() || record.lacksFlag(criterion))
                .findFirst()
                .map(failed -> new Weighed(revive(notification), why(failed)))
                .orElse(Weighed.NOTHING);
    }

    /** What LfPSE has of the event that lets the provider not tell CQC. */
    private List<LfpseReceipt> grounds(RoutedNotification notification, List<Statement> heard) {
        var sent = notification
                .current(Authority.LFPSE)
                .filter(delivery -> delivery.purpose() == Purpose.DISCHARGES)
                .map(delivery -> LfpseReceipt.of(delivery.id(), heard));
        return Stream.concat(sent.stream(), reported(notification, heard).stream())
                .toList();
    }

    private Optional<LfpseReceipt> reported(RoutedNotification notification, List<Statement> heard) {
        if (!notification.isExemptByReport() || notification.lfpseReference() == null) {
            return Optional.empty();
        }
        var report = notifications
                .version(notification.id(), notification.version())
                .content()
                .lfpse();
        var said = new Statement(
                Statement.Kind.ACCEPTED, null, report.reference(), null, null, null, null, report.acceptedAt());
        return Optional.of(LfpseReceipt.ofReported(said, heard));
    }

    private Turn discharge(RoutedNotification notification, Receipt proof) {
        var turn = notification.isOpen(Authority.CQC) ? Turn.DISCHARGED : Turn.NONE;
        notification.discharge(
                Authority.CQC, "LfPSE accepted it, flagged for CQC, as " + proof.reference(), proof.acceptedAt());
        notification.untold().stream()
                .filter(untold -> untold.authority() == Authority.CQC)
                .filter(untold -> untold.purpose() == Purpose.FALLBACK || !notification.mayKnowOfEarlier(Authority.CQC))
                .forEach(untold -> outcomes.cancel(untold, "LfPSE has accepted it"));
        return turn;
    }

    private Turn revive(RoutedNotification notification) {
        var told = notification.current(Authority.CQC).map(Delivery::receipt).isPresent();
        var stood =
                !told && notification.duty(Authority.CQC).filter(Duty::isMet).isPresent();
        if (stood) {
            notification.reopen(Authority.CQC);
        }
        return tellDirectly(notification) || stood ? Turn.REVIVED : Turn.NONE;
    }

    /** The route that would have discharged the duty has failed: CQC is told after all, and the clock is the old one. */
    boolean fallBack(Delivery failed) {
        return failed.purpose() == Purpose.DISCHARGES && tellDirectly(failed.notification());
    }

    private boolean tellDirectly(RoutedNotification notification) {
        var told = notification.current(Authority.CQC);
        if (!notification.isOpen(Authority.CQC)
                || told.filter(delivery -> delivery.status() != DeliveryStatus.CANCELLED)
                        .isPresent()
                || !channels.mayTell(Authority.CQC, notification.isTest())) {
            return false;
        }
        told.ifPresentOrElse(
                calledOff -> calledOff.calledFor(clock.instant()),
                () -> notification.deliver(
                        channels.addressee(Authority.CQC, Purpose.FALLBACK, notification.decidedAs()),
                        clock.instant()));
        return true;
    }

    void revived(RoutedNotification notification, String because) {
        outcomes.tell(
                notification,
                (at, progress) -> new DutyRevived(notification.id(), at, Authority.CQC.name(), because, progress));
        LOG.warn("A duty to tell CQC is revived");
    }

    private static String why(LfpseReceipt failed) {
        return switch (failed.state()) {
            case WITHDRAWN -> "The record that LfPSE had accepted has been withdrawn, so CQC is told directly.";
            case ACCEPTED, AMENDED -> "LfPSE has accepted it, but not flagged for CQC, so CQC is told directly.";
            case SENT, RECEIVED, REJECTED -> "LfPSE has not accepted it, so CQC is told directly.";
        };
    }

    private String criterion(RoutedNotification notification) {
        return vocabulary.type(notification.decidedAs()).orElseThrow().cqcCriterion();
    }

    /** @param because null unless the duty is revived */
    record Weighed(Turn turn, String because) {
        static final Weighed NOTHING = new Weighed(Turn.NONE, null);
    }
}
