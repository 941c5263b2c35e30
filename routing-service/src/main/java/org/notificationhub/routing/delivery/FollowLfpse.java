package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.notificationhub.events.NotificationContent.LfpseReport;
import org.notificationhub.routing.delivery.ConditionalExemption.Turn;
import org.notificationhub.routing.delivery.Delivery.Change;
import org.notificationhub.routing.rule.Authority;

/**
 * Brings deliveries to LfPSE, and the duty that rests on them, to where all that was heard puts them. It works out the whole
 * anew and applies the difference, so it makes none what came first (ADR 13).
 */
@ApplicationScoped
public class FollowLfpse {

    private static final Logger LOG = Logger.getLogger(FollowLfpse.class);

    /** A callback is to be answered within two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final RoutedNotificationRepository notifications;
    private final Statements statements;
    private final ConditionalExemption exemption;
    private final Outcomes outcomes;

    FollowLfpse(
            RoutedNotificationRepository notifications,
            Statements statements,
            ConditionalExemption exemption,
            Outcomes outcomes) {
        this.notifications = notifications;
        this.statements = statements;
        this.exemption = exemption;
        this.outcomes = outcomes;
    }

    /** Keeps LfPSE's own answer. The caller holds the notification's lock. */
    void keep(Delivery delivery, int attempt, Answer answer) {
        if (delivery.authority() == Authority.LFPSE
                && (answer instanceof Answer.Accepted || answer instanceof Answer.Rejected)) {
            statements.keep(delivery, attempt, answer);
        }
    }

    /** The sender says under what name it has reported the event itself. The caller holds the notification's lock. */
    public void reported(RoutedNotification notification, LfpseReport report) {
        if (report != null && report.reference() != null) {
            notifications.flush();
            statements.match(notification.id(), report.reference());
            follow(notification);
        }
    }

    /** Applies what callbacks have said of a notification; fails where somebody else holds it for too long. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Followed calledBack(UUID notificationId) {
        notifications.lock(notificationId, PATIENCE);
        return follow(notifications.findById(notificationId));
    }

    /** The caller holds the notification's lock. */
    Followed follow(RoutedNotification notification) {
        var heard = statements.take(notification.id());
        var changes = new LinkedHashMap<Delivery, Change>();
        notification.reports().forEach(report -> changes.put(report, follow(report, heard)));
        count(notification, heard);
        var weighed = exemption.weigh(notification, heard);
        var told = changes.keySet().stream()
                .filter(report -> changes.get(report) == Change.TOLD)
                .toList();
        told.forEach(this::tell);
        if (told.isEmpty() && weighed.turn() == Turn.DISCHARGED) {
            current(notification).ifPresent(outcomes::attempted);
        }
        if (weighed.turn() == Turn.REVIVED) {
            exemption.revived(notification, weighed.because());
        }
        var unchanged = weighed.turn() == Turn.NONE && Set.of(Change.NONE).containsAll(changes.values());
        return new Followed(!unchanged, heard);
    }

    private Change follow(Delivery delivery, List<Statement> heard) {
        var record = LfpseReceipt.of(delivery.id(), heard);
        return delivery.follows(record, exemption.isUnflagged(delivery, record));
    }

    private static void count(RoutedNotification notification, List<Statement> heard) {
        var reports = notification.reports();
        var standing = LfpseReceipt.standing(reports.stream().map(Delivery::id).toList(), heard);
        reports.forEach(report -> report.isDoubled(standing.size() > 1 && report.version() == newest(reports)));
    }

    private static int newest(List<Delivery> reports) {
        return reports.stream().mapToInt(Delivery::version).max().orElse(0);
    }

    private void tell(Delivery changed) {
        if (changed.receipt() != null) {
            outcomes.accepted(changed);
            LOG.info("LfPSE has taken a delivery, or has changed what became of it");
        } else {
            outcomes.attempted(changed);
            outcomes.cancelNeedlessWithdrawal(changed);
        }
    }

    private static Optional<Delivery> current(RoutedNotification notification) {
        return notification.current(Authority.CQC).or(() -> notification.current(Authority.LFPSE));
    }

    /**
     * What it came to.
     *
     * @param changed whether anybody can see a difference
     * @param heard all that is known to be about the notification
     */
    public record Followed(boolean changed, List<Statement> heard) {}
}
