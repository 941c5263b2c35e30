package org.notificationhub.routing.rule;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.notificationhub.routing.rule.Condition.All;
import org.notificationhub.routing.rule.Condition.Any;
import org.notificationhub.routing.rule.Condition.Is;
import org.notificationhub.routing.rule.RoutingRule.Precedence;

/** Reads what the rule table says in its own small language: conditions, clocks and precedence. */
final class Clauses {

    private static final String ALWAYS = "always";
    private static final Pattern TEST = Pattern.compile("(\\w+)(!?=)([\\w|]+)");
    private static final Pattern CLOCK = Pattern.compile("(\\w+)(?: from)? ([\\w|]+)(?: if (.+))?");
    private static final Pattern PRECEDENCE = Pattern.compile("(\\w+) if (.+)");

    private final FactCatalogue facts;

    Clauses(FactCatalogue facts) {
        this.facts = facts;
    }

    /** {@code a=x|y and b!=z or c=w}, of which "and" binds closer; or {@code always}. */
    Condition condition(String text) {
        return text.equals(ALWAYS) ? Condition.ALWAYS : new Any(parts(text, " or ", this::all));
    }

    private Condition all(String text) {
        return new All(parts(text, " and ", this::test));
    }

    private Condition test(String text) {
        var test = TEST.matcher(text);
        if (!test.matches()) {
            throw new IllegalArgumentException("a condition cannot be read");
        }
        var fact = facts.named(test.group(1));
        var values = List.of(test.group(3).split("\\|"));
        if (!values.stream().allMatch(fact::mayBe)) {
            throw new IllegalArgumentException("a condition gives " + fact.name() + " a value that it never has");
        }
        return new Is(fact, test.group(2).equals("="), values);
    }

    /** {@code WITHIN_28_DAYS from revisedOn|awareAt if a=x}: the first fact that is told starts it. */
    ClockRule clock(String text) {
        var clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            throw new IllegalArgumentException("its clock cannot be read");
        }
        var when = clock.group(3) == null ? Condition.ALWAYS : condition(clock.group(3));
        return new ClockRule(Limit.of(clock.group(1)), facts(clock.group(2)), when);
    }

    /** {@code OTHER_TYPE if a=x}. */
    Precedence precedence(String text) {
        var precedence = PRECEDENCE.matcher(text);
        if (!precedence.matches()) {
            throw new IllegalArgumentException("its yields_to cannot be read");
        }
        return new Precedence(precedence.group(1), condition(precedence.group(2)));
    }

    List<Fact> facts(String names) {
        return Stream.of(names.split("\\|")).map(facts::named).toList();
    }

    private static List<Condition> parts(String text, String separator, Function<String, Condition> part) {
        return Stream.of(text.split(separator)).map(part).toList();
    }
}
