package org.notificationhub.routing.rule;

import java.util.Set;

/**
 * Something about an event that a rule or a clock may turn on.
 *
 * @param values the codes it may have; empty where it is no code
 * @param absentMeans what holds where nobody says, because the type chosen, or the hub's being for England, says it; null
 *     where nothing does, and a rule that needs the fact leaves the decision to a person
 * @param question how to ask a person for it
 */
public record Fact(String name, Kind kind, Set<String> values, String absentMeans, String question)
        implements Comparable<Fact> {

    public enum Kind {
        YES_NO,
        CODE,
        TIME,
        DAY,
        TEXT
    }

    public boolean mayBe(String value) {
        return switch (kind) {
            case YES_NO -> value.equals("true") || value.equals("false");
            case CODE -> values.contains(value);
            case TIME, DAY, TEXT -> true;
        };
    }

    @Override
    public int compareTo(Fact other) {
        return name.compareTo(other.name);
    }
}
