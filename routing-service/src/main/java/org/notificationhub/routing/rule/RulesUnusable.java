package org.notificationhub.routing.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A rule table with a gap, an overlap, a row without law or an unknown word: nothing may be decided by it. */
public final class RulesUnusable extends RuntimeException {

    private final List<Flaw> flaws;

    public RulesUnusable(List<Flaw> flaws) {
        super("The rule table cannot be used: "
                + flaws.stream().limit(10).map(Flaw::toString).collect(Collectors.joining("; ")));
        this.flaws = List.copyOf(flaws);
    }

    public RulesUnusable(String problem) {
        this(List.of(new Flaw(0, problem)));
    }

    /** Every one that was found. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** @param row counted from 1 below the header; 0 for the table as a whole */
    public record Flaw(int row, String problem) {
        @Override
        public String toString() {
            return row == 0 ? problem : "row " + row + ": " + problem;
        }
    }
}
