package org.notificationhub.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.notificationhub.events.Decision;
import org.notificationhub.routing.register.ClassifiedProvider;
import org.notificationhub.routing.rule.Citation;
import org.notificationhub.routing.rule.Clock;
import org.notificationhub.routing.rule.Fact;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingRules;

/** Applies a rule table and puts its answer into words. Leaves no trace. */
@ApplicationScoped
public class DecideDuties {

    private static final List<String> ALWAYS_USED = List.of("type", "provider.class", "on");

    private final RuleBook ruleBook;
    private final OwnTargets ownTargets;

    DecideDuties(RuleBook ruleBook, OwnTargets ownTargets) {
        this.ruleBook = ruleBook;
        this.ownTargets = ownTargets;
    }

    /** By the rules in use. */
    public Decision decide(Case about) {
        var rules = ruleBook.rules();
        return write(rules, rules.decide(about.question()), about);
    }

    Decision write(RoutingRules rules, RoutingDecision decision, Case about) {
        return new Decision(
                rules.version(),
                about.on(),
                provider(about.provider()),
                decision.findings().stream()
                        .map(finding -> duty(finding, decision, ownTargets.of(about.provider())))
                        .toList(),
                decision.routes().stream().map(DecideDuties::route).toList(),
                Stream.concat(ALWAYS_USED.stream(), names(decision.grounds().used()))
                        .toList(),
                names(decision.grounds().missing()).toList());
    }

    private static Decision.Provider provider(ClassifiedProvider provider) {
        return new Decision.Provider(
                provider.id(),
                provider.providerClass().code(),
                provider.basis().name(),
                provider.mismatch() ? "CLASS_MISMATCH" : null);
    }

    private static Decision.Duty duty(RoutingDecision.Finding finding, RoutingDecision decision, Duration ownTarget) {
        return new Decision.Duty(
                finding.authority().name(),
                finding.outcome().name(),
                finding.because(),
                decision.citations().stream().map(DecideDuties::citation).toList(),
                finding.outcome() == Outcome.NOT_REQUIRED || decision.clock() == null
                        ? null
                        : clock(decision.clock(), ownTarget));
    }

    private static Decision.Clock clock(Clock clock, Duration ownTarget) {
        return new Decision.Clock(
                clock.limit(),
                clock.words(),
                clock.source().name(),
                clock.startFact() == null ? null : clock.startFact().name(),
                clock.start(),
                clock.due(),
                clock.target(ownTarget),
                clock.warnings(ownTarget));
    }

    private static Decision.Citation citation(Citation citation) {
        return new Decision.Citation(
                citation.instrument(),
                citation.year(),
                citation.provision(),
                citation.url(),
                citation.confidence().word());
    }

    static Decision.Route route(RoutingDecision.Route route) {
        return new Decision.Route(route.destination().name(), route.purpose().name());
    }

    private static Stream<String> names(List<Fact> facts) {
        return facts.stream().map(Fact::name);
    }
}
