package org.notificationhub.routing.decision;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.notificationhub.bus.Incoming;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationRouted;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.routing.delivery.Channels;
import org.notificationhub.routing.delivery.Duty;
import org.notificationhub.routing.delivery.NotificationVersion;
import org.notificationhub.routing.delivery.Outcomes;
import org.notificationhub.routing.delivery.RoutedNotification;
import org.notificationhub.routing.delivery.RoutedNotificationRepository;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.LegalDay;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingDecision.Finding;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.RoutingDecision.Ruled;

/** Decides who must be told what a sender says, and sets out to tell them. A version not newer than the last changes nothing. */
@ApplicationScoped
public class RouteNotification {

    private final RoutedNotificationRepository notifications;
    private final DecisionRepository decisions;
    private final ProviderRegister register;
    private final DecideDuties decideDuties;
    private final Channels channels;
    private final Outcomes outcomes;
    private final MeterRegistry metrics;
    private final Clock clock;

    RouteNotification(
            RoutedNotificationRepository notifications,
            DecisionRepository decisions,
            ProviderRegister register,
            DecideDuties decideDuties,
            Channels channels,
            Outcomes outcomes,
            MeterRegistry metrics,
            Clock clock) {
        this.notifications = notifications;
        this.decisions = decisions;
        this.register = register;
        this.decideDuties = decideDuties;
        this.channels = channels;
        this.outcomes = outcomes;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Joins the caller's transaction. */
    public void route(Incoming incoming) {
        if (incoming.event() instanceof NotificationReceived received) {
            decide(incoming, received.version(), received.receivedAt(), received.content());
        } else if (incoming.event() instanceof NotificationAmended amended) {
            decide(incoming, amended.version(), amended.amendedAt(), amended.content());
        } else if (incoming.event() instanceof NotificationWithdrawn withdrawn) {
            withdraw(incoming, withdrawn);
        }
    }

    private void decide(Incoming incoming, int version, Instant at, NotificationContent content) {
        var id = incoming.event().notificationId();
        var notification = notifications.lock(id).orElseGet(() -> new RoutedNotification(id));
        if (version <= notification.version() || notification.isWithdrawn()) {
            return;
        }
        notification.says(content, version);
        notifications.persist(notification);
        notifications.keep(new NotificationVersion(id, version, at, content)
                .causedBy(incoming.correlationId(), incoming.traceparent()));

        var provider = register.classify(content.provider().id());
        var on = legalDay(content, at);
        var law = decideDuties.rule(content.type(), provider, on);
        var plan = Plan.of(law, content, allowed(content));
        var decision = plan.write(decideDuties.write(law, provider, on));
        decisions.persist(new DecisionRecord(id, version, decision, clock.instant()));
        count(law);
        carryOut(notification, law, plan);
        outcomes.tell(notification, (now, progress) -> new NotificationRouted(id, now, decision, progress));
    }

    /** Whoever has been told of an earlier version is told of this one too. */
    private void carryOut(RoutedNotification notification, RoutingDecision law, Plan plan) {
        var now = clock.instant();
        law.findings()
                .forEach(finding -> notification.owes(finding.authority(), duty(finding, law.limit(), plan, now)));
        if (plan.isDischarged()) {
            notification.scheduled().forEach(scheduled -> outcomes.cancel(scheduled, plan.remark()));
            return;
        }
        var told = new HashSet<>(notification.told());
        plan.first().forEach(route -> {
            told.remove(route.destination());
            notification.deliver(channels.addressee(route.destination(), route.purpose()), now);
        });
        told.forEach(authority -> notification.deliver(channels.addressee(authority, Purpose.COPY), now));
    }

    private static Duty duty(Finding finding, String limit, Plan plan, Instant now) {
        if (finding.outcome() == Outcome.NOT_REQUIRED || plan.duty() == DutyStatus.NOT_REQUIRED) {
            return Duty.notRequired();
        }
        var duty = Duty.open(limit);
        return plan.isDischarged() ? duty.discharged(plan.remark(), now) : duty;
    }

    private void withdraw(Incoming incoming, NotificationWithdrawn withdrawal) {
        var id = withdrawal.notificationId();
        var notification = notifications.lock(id).orElse(null);
        if (notification == null || withdrawal.version() <= notification.version() || notification.isWithdrawn()) {
            return;
        }
        notifications.keep(notifications
                .version(id, notification.version())
                .withdrawn(withdrawal.version(), withdrawal.withdrawnAt(), withdrawal.reason())
                .causedBy(incoming.correlationId(), incoming.traceparent()));
        var unsent = notification.scheduled();
        notification.withdrawn(withdrawal.version(), clock.instant());
        unsent.forEach(scheduled -> outcomes.cancel(scheduled, "The sender withdrew it"));
        var decision = decisions.last(id).orElseThrow().decision();
        outcomes.tell(notification, (now, progress) -> new NotificationRouted(id, now, decision, progress));
    }

    /** The law of the day it happened; where that is not said, of the day it became known. */
    private static LocalDate legalDay(NotificationContent content, Instant receivedAt) {
        return Stream.of(content.occurredAt(), content.awareAt(), receivedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .map(LegalDay::of)
                .orElseThrow();
    }

    private List<Authority> allowed(NotificationContent content) {
        return Arrays.stream(Authority.values())
                .filter(authority -> channels.mayTell(authority, content.test()))
                .toList();
    }

    private void count(RoutingDecision law) {
        var rule = law instanceof Ruled ruled
                ? ruled.rule().type() + "/" + ruled.rule().providerClass()
                : Outcome.HOLD.name();
        law.findings()
                .forEach(finding -> metrics.counter(
                                "hub_decisions_total",
                                "rule",
                                rule,
                                "authority",
                                finding.authority().name())
                        .increment());
    }
}
