package org.notificationhub.routing.decision;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.notificationhub.bus.Incoming;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationRouted;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.routing.delivery.FollowLfpse;
import org.notificationhub.routing.delivery.NotificationVersion;
import org.notificationhub.routing.delivery.Outcomes;
import org.notificationhub.routing.delivery.RoutedNotification;
import org.notificationhub.routing.delivery.RoutedNotificationRepository;
import org.notificationhub.routing.register.ProviderRegister;
import org.notificationhub.routing.rule.LegalDay;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;

/** Decides who must be told what a sender says, and sets out to tell them. A version not newer than the last changes nothing. */
@ApplicationScoped
public class RouteNotification {

    private final RoutedNotificationRepository notifications;
    private final DecisionRepository decisions;
    private final ProviderRegister register;
    private final EventFacts eventFacts;
    private final RuleBook ruleBook;
    private final DecideDuties decideDuties;
    private final MeetDuties meetDuties;
    private final FollowLfpse followLfpse;
    private final Outcomes outcomes;
    private final MeterRegistry metrics;
    private final Clock clock;

    RouteNotification(
            RoutedNotificationRepository notifications,
            DecisionRepository decisions,
            ProviderRegister register,
            EventFacts eventFacts,
            RuleBook ruleBook,
            DecideDuties decideDuties,
            MeetDuties meetDuties,
            FollowLfpse followLfpse,
            Outcomes outcomes,
            MeterRegistry metrics,
            Clock clock) {
        this.notifications = notifications;
        this.decisions = decisions;
        this.register = register;
        this.eventFacts = eventFacts;
        this.ruleBook = ruleBook;
        this.decideDuties = decideDuties;
        this.meetDuties = meetDuties;
        this.followLfpse = followLfpse;
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

        var on = legalDay(content, at);
        var provider = register.classify(content.provider().id(), null, on);
        var about = new Case(content.type(), provider, on, eventFacts.of(content));
        var rules = ruleBook.rules();
        var law = rules.decide(about.question());
        var plan = meetDuties.plan(law, content);
        var decision = plan.write(decideDuties.write(rules, law, about));
        decisions.keep(new DecisionRecord(id, version, decision, clock.instant()));
        count(law);
        meetDuties.undertake(notification, law, plan, provider);
        if (plan.restsOnLfpse()) {
            notification.exemptByReport();
        }
        outcomes.tell(notification, (now, progress) -> new NotificationRouted(id, now, decision, progress));
        followLfpse.reported(notification, content.lfpse());
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
        meetDuties.takeBack(notification, withdrawal.version());
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

    private void count(RoutingDecision law) {
        var rule = law.rule() == null
                ? Outcome.HOLD.name()
                : law.rule().type().code() + "/" + law.rule().providerClass();
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
