package org.notificationhub.sandbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Puts the authorities, before the first request, where the process before left them. */
@ApplicationScoped
class Recall {

    private final Journal journal;
    private final Ledger ledger;
    private final Behaviours behaviours;
    private final List<Regulator> regulators;

    Recall(Journal journal, Ledger ledger, Behaviours behaviours, @All List<Regulator> regulators) {
        this.journal = journal;
        this.ledger = ledger;
        this.behaviours = behaviours;
        this.regulators = regulators;
    }

    void recall(@Observes StartupEvent starting) {
        journal.open(this::recall);
    }

    private void recall(Fact fact) {
        if (fact instanceof Fact.Arrived arrived) {
            ledger.recall(arrived);
        } else if (fact instanceof Fact.Took took) {
            ledger.recall(took)
                    .ifPresent(request -> regulator(request.authority()).recall(request, took.holds()));
        } else if (fact instanceof Fact.Answered answered) {
            ledger.recall(answered);
        } else if (fact instanceof Fact.Behaves behaves) {
            behaviours.recall(behaves);
        }
    }

    private Regulator regulator(Authority authority) {
        return regulators.stream()
                .filter(each -> each.authority() == authority)
                .findFirst()
                .orElseThrow();
    }
}
