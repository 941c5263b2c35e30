package org.notificationhub.routing.rule;

import java.util.SortedSet;
import java.util.TreeSet;
import org.notificationhub.routing.rule.Condition.Truth;

/** What one looks at on the way to an answer, and what one would have needed and nobody told. */
final class Inquiry {

    private final Facts facts;
    private final SortedSet<Fact> used = new TreeSet<>();
    private final SortedSet<Fact> missing = new TreeSet<>();

    Inquiry(Facts facts) {
        this.facts = facts;
    }

    /** A fact that the answer does not turn on is not missed. */
    Truth ask(Condition condition) {
        var asked = new Inquiry(facts);
        var truth = condition.of(asked);
        used.addAll(asked.used);
        if (truth == Truth.UNKNOWN) {
            missing.addAll(asked.missing);
        }
        return truth;
    }

    /** What was said of a fact; else what its absence means; else null, and it is missed. */
    String value(Fact fact) {
        var said = facts.of(fact);
        if (said != null) {
            used.add(fact);
            return said;
        }
        if (fact.absentMeans() == null) {
            missing.add(fact);
        }
        return fact.absentMeans();
    }

    boolean isTold(Fact fact) {
        return facts.of(fact) != null;
    }

    Grounds grounds() {
        return new Grounds(used, missing);
    }
}
