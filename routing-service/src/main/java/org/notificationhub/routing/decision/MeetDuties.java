package org.notificationhub.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.routing.delivery.Channels;
import org.notificationhub.routing.delivery.Deadline;
import org.notificationhub.routing.delivery.Duty;
import org.notificationhub.routing.delivery.Outcomes;
import org.notificationhub.routing.delivery.RoutedNotification;
import org.notificationhub.routing.register.ClassifiedProvider;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingDecision.Finding;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.RoutingDecision.Route;

/** Turns a decision into what is owed and what is on its way. The caller holds the notification's lock. */
@ApplicationScoped
class MeetDuties {

    private final Channels channels;
    private final Outcomes outcomes;
    private final OwnTargets ownTargets;
    private final Clock clock;

    MeetDuties(Channels channels, Outcomes outcomes, OwnTargets ownTargets, Clock clock) {
        this.channels = channels;
        this.outcomes = outcomes;
        this.ownTargets = ownTargets;
        this.clock = clock;
    }

    Plan plan(RoutingDecision law, NotificationContent content) {
        var allowed = Arrays.stream(Authority.values())
                .filter(authority -> channels.mayTell(authority, content.test()))
                .toList();
        return Plan.of(law, content, allowed);
    }

    /** For a new version: whoever has been told of an earlier one is told of this one too. */
    void undertake(RoutedNotification notification, RoutingDecision law, Plan plan, ClassifiedProvider provider) {
        var now = clock.instant();
        decidedAs(notification, law);
        notification.owes(law.findings().stream()
                .collect(Collectors.toMap(Finding::authority, finding -> duty(finding, law, plan, provider))));
        if (plan.isDischarged()) {
            notification.untold().forEach(scheduled -> outcomes.cancel(scheduled, plan.remark()));
            return;
        }
        var told = new HashSet<>(notification.told());
        plan.first().forEach(route -> {
            told.remove(route.destination());
            deliver(notification, route, now);
        });
        told.forEach(authority -> deliver(notification, new Route(authority, Purpose.COPY), now));
        notification
                .replaced()
                .forEach(task -> outcomes.cancel(task, "Version " + notification.version() + " takes its place"));
    }

    /** For a version that was decided before: nobody is told of it twice. */
    void revise(
            RoutedNotification notification,
            RoutingDecision law,
            Plan plan,
            ClassifiedProvider provider,
            List<Authority> changed) {
        var now = clock.instant();
        decidedAs(notification, law);
        law.findings().stream()
                .filter(finding -> changed.contains(finding.authority()))
                .forEach(finding -> notification.owesInstead(
                        finding.authority(), duty(finding, law, plan, provider), finding.outcome() == Outcome.OWED));
        if (notification.isSettled()) {
            notification.untold().stream()
                    .filter(scheduled -> !plan.copiesTo(scheduled.authority()))
                    .forEach(scheduled ->
                            outcomes.cancel(scheduled, "The rules have changed, and nothing is owed any more"));
            return;
        }
        plan.first()
                .filter(route -> !notification.isToldCurrently(route.destination()))
                .forEach(route -> deliver(notification, route, now));
    }

    /** What has not been told need not be; whoever has been told is told of this too, unless it keeps what it has. */
    void takeBack(RoutedNotification notification, int version) {
        var unsent = notification.untold();
        notification.withdrawn(version, clock.instant(), channels.keepers());
        unsent.forEach(scheduled -> outcomes.cancel(scheduled, "The sender withdrew it"));
    }

    private static void decidedAs(RoutedNotification notification, RoutingDecision law) {
        if (law.rule() != null) {
            notification.decidedAs(law.rule().type().code());
        }
    }

    private void deliver(RoutedNotification notification, Route route, Instant now) {
        notification.deliver(channels.addressee(route.destination(), route.purpose(), notification.decidedAs()), now);
    }

    private Duty duty(Finding finding, RoutingDecision law, Plan plan, ClassifiedProvider provider) {
        if (finding.outcome() == Outcome.NOT_REQUIRED || plan.duty() == DutyStatus.NOT_REQUIRED) {
            return Duty.notRequired();
        }
        var duty = Duty.open(law.limit(), Deadline.of(law.clock(), ownTargets.of(provider)));
        if (!plan.isDischarged()) {
            return duty;
        }
        return duty.discharged(plan.remark(), plan.told() == null ? clock.instant() : plan.told());
    }
}
