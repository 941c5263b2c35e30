package org.notificationhub.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.notificationhub.events.Decision;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.routing.register.ClassifiedProvider;
import org.notificationhub.routing.register.ClassifiedProvider.Basis;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.Vocabulary;

/** Decides by another table what has been decided: the day and the provider's class stay those of the first time. */
@ApplicationScoped
class DecideAgain {

    private final Vocabulary vocabulary;
    private final EventFacts eventFacts;
    private final DecideDuties decideDuties;

    DecideAgain(Vocabulary vocabulary, EventFacts eventFacts, DecideDuties decideDuties) {
        this.vocabulary = vocabulary;
        this.eventFacts = eventFacts;
        this.decideDuties = decideDuties;
    }

    Again by(RoutingRules rules, Decision before, NotificationContent content) {
        var about = new Case(content.type(), provider(before.provider()), before.on(), eventFacts.of(content));
        var law = rules.decide(about.question());
        var decision = decideDuties.write(rules, law, about);
        return new Again(about, law, decision, ChangedAnswer.between(before, decision));
    }

    private ClassifiedProvider provider(Decision.Provider provider) {
        return new ClassifiedProvider(
                provider.id(),
                vocabulary.classes().find(provider.providerClass()).orElseThrow(),
                Basis.valueOf(provider.basis()),
                provider.finding() != null);
    }

    /** @param decision as the law has it, before the sender's own reports are taken into account */
    record Again(Case about, RoutingDecision law, Decision decision, List<ChangedAnswer> changes) {}
}
