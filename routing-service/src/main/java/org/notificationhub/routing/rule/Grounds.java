package org.notificationhub.routing.rule;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a decision rests on, by name of the fact.
 *
 * @param missing what nobody told and the decision, or its clock, would have needed
 */
public record Grounds(List<Fact> used, List<Fact> missing) {

    Grounds(Collection<Fact> used, Collection<Fact> missing) {
        this(List.copyOf(used), List.copyOf(missing));
    }

    /** What to ask a person. */
    String questions() {
        return missing.stream().map(Fact::question).collect(Collectors.joining(" "));
    }
}
