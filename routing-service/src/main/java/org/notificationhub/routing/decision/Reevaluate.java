package org.notificationhub.routing.decision;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.notificationhub.events.Decision;
import org.notificationhub.events.NotificationRouted;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.decision.ChangedAnswer.What;
import org.notificationhub.routing.decision.DecidedNotifications.Decided;
import org.notificationhub.routing.delivery.Outcomes;
import org.notificationhub.routing.delivery.RoutedNotification;
import org.notificationhub.routing.delivery.RoutedNotificationRepository;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingRules;

/**
 * Decides anew, by the rules in use, whatever was decided by others, and puts the new decisions beside the old ones. One
 * notification at a time, each in its own transaction: broken off, it goes on where it stopped when it is asked again.
 */
@ApplicationScoped
public class Reevaluate {

    private static final int AT_A_TIME = 200;

    private final DecidedNotifications decided;
    private final DecideAgain decideAgain;
    private final RuleBook ruleBook;
    private final MeetDuties meetDuties;
    private final RoutedNotificationRepository notifications;
    private final DecisionRepository decisions;
    private final Outcomes outcomes;
    private final Clock clock;

    Reevaluate(
            DecidedNotifications decided,
            DecideAgain decideAgain,
            RuleBook ruleBook,
            MeetDuties meetDuties,
            RoutedNotificationRepository notifications,
            DecisionRepository decisions,
            Outcomes outcomes,
            Clock clock) {
        this.decided = decided;
        this.decideAgain = decideAgain;
        this.ruleBook = ruleBook;
        this.meetDuties = meetDuties;
        this.notifications = notifications;
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * @param found told of each notification whose answers changed
     * @return how many were decided anew, and how many of them otherwise
     */
    public Summary all(Consumer<Changed> found) {
        var rules = ruleBook.rules();
        var began = clock.instant();
        var place = DecidedNotifications.BEGINNING;
        var count = 0;
        var changed = 0;
        for (List<Decided> some = decided.after(place, AT_A_TIME);
                !some.isEmpty() && some.get(0).decidedAt().isBefore(began);
                some = decided.after(place, AT_A_TIME)) {
            for (var each : some) {
                place = each.place();
                if (isByOther(rules, each)) {
                    var answer = QuarkusTransaction.requiringNew().call(() -> anew(rules, each));
                    count += answer.isPresent() ? 1 : 0;
                    changed += answer.filter(it -> !it.changes().isEmpty()).isPresent() ? 1 : 0;
                    answer.filter(it -> !it.changes().isEmpty()).ifPresent(found);
                }
            }
        }
        return new Summary(rules.version(), count, changed);
    }

    /** One notification. The caller holds its lock, and it has not been withdrawn. @return the decision that holds now */
    public Decision one(UUID notificationId) {
        var rules = ruleBook.rules();
        decided.of(notificationId).filter(last -> isByOther(rules, last)).ifPresent(last -> anew(rules, last));
        return decisions.last(notificationId).orElseThrow().decision();
    }

    /** What {@link #one} would come to. Changes nothing. */
    public Decision wouldBe(UUID notificationId) {
        var rules = ruleBook.rules();
        var last = decided.of(notificationId).orElseThrow();
        if (!isByOther(rules, last)) {
            return last.decision();
        }
        var again = decideAgain.by(rules, last.decision(), last.content());
        return meetDuties.plan(again.law(), last.content()).write(again.decision());
    }

    private static boolean isByOther(RoutingRules rules, Decided last) {
        return !last.decision().rulesVersion().equals(rules.version());
    }

    /** Those whose answers the rules of {@code edition} changed, by the time they were decided anew. */
    public List<Changed> changedBy(String edition, Cursor cursor, int limit) {
        return decisions.changedBy(edition, cursor, limit).stream()
                .map(record -> new Changed(
                        record.notificationId(), record.version(), record.id(), record.decidedAt(), record.changes()))
                .toList();
    }

    /** Empty where somebody was quicker: the sender with another version, or another run of this. */
    private Optional<Changed> anew(RoutingRules rules, Decided before) {
        var notification = notifications.lock(before.notificationId()).orElseThrow();
        var last = decisions.last(before.notificationId()).orElseThrow();
        if (notification.isWithdrawn() || !last.id().equals(before.decisionId())) {
            return Optional.empty();
        }
        var again = decideAgain.by(rules, before.decision(), before.content());
        var plan = meetDuties.plan(again.law(), before.content());
        var decision = plan.write(again.decision());
        var record = new DecisionRecord(before.notificationId(), before.version(), decision, clock.instant());
        decisions.keep(record.changing(again.changes()));
        if (!again.changes().isEmpty()) {
            meetDuties.revise(notification, again.law(), plan, again.about().provider(), duties(again.changes()));
            tell(notification, record);
        }
        return Optional.of(new Changed(
                before.notificationId(), before.version(), record.id(), record.decidedAt(), again.changes()));
    }

    private static List<Authority> duties(List<ChangedAnswer> changes) {
        return changes.stream()
                .filter(change -> change.what() == What.OUTCOME)
                .map(change -> Authority.valueOf(change.authority()))
                .toList();
    }

    private void tell(RoutedNotification notification, DecisionRecord record) {
        outcomes.tell(
                notification,
                (now, progress) -> new NotificationRouted(notification.id(), now, record.decision(), progress));
    }

    /** A decision that came out otherwise, with every answer that changed. */
    public record Changed(
            UUID notificationId, int version, UUID decisionId, Instant decidedAt, List<ChangedAnswer> changes) {}

    /** @param changed how many of the {@code decided} came out otherwise */
    public record Summary(String rulesVersion, int decided, int changed) {}
}
