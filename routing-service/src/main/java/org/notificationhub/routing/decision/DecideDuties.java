package org.notificationhub.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.notificationhub.events.Decision;
import org.notificationhub.routing.decision.ProviderRegister.ClassifiedProvider;
import org.notificationhub.routing.rule.Citation;
import org.notificationhub.routing.rule.RoutingDecision;

/** Applies the rule book. Leaves no trace. */
@ApplicationScoped
public class DecideDuties {

    private static final List<String> FACTS = List.of("type", "provider.class", "on");

    private final RuleBook ruleBook;

    DecideDuties(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
    }

    /** @param on the day, in London, whose law applies */
    public Decision decide(String type, ClassifiedProvider provider, LocalDate on) {
        return write(rule(type, provider, on), provider, on);
    }

    RoutingDecision rule(String type, ClassifiedProvider provider, LocalDate on) {
        return ruleBook.rules().decide(type, provider.providerClass(), on);
    }

    Decision write(RoutingDecision decision, ClassifiedProvider provider, LocalDate on) {
        return new Decision(
                ruleBook.rules().version(),
                on,
                new Decision.Provider(
                        provider.id(),
                        provider.providerClass().name(),
                        provider.basis().name(),
                        null),
                decision.findings().stream()
                        .map(finding -> duty(finding, decision.citations()))
                        .toList(),
                decision.routes().stream().map(DecideDuties::route).toList(),
                FACTS,
                List.of());
    }

    private static Decision.Duty duty(RoutingDecision.Finding finding, List<Citation> law) {
        return new Decision.Duty(
                finding.authority().name(),
                finding.outcome().name(),
                finding.because(),
                law.stream().map(DecideDuties::citation).toList(),
                null);
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
}
