package org.notificationhub.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.notificationhub.criteria.Condition.All;
import org.notificationhub.criteria.Condition.Any;
import org.notificationhub.criteria.Condition.Compares;
import org.notificationhub.criteria.Condition.Comparison;
import org.notificationhub.criteria.Condition.Is;

/** Reads {@code a=x|y and n>=2.5*m or b!=z}, of which "and" binds closer; or {@code always}, or {@code never}. */
final class ConditionReader {

    private static final Pattern TEST = Pattern.compile("(\\w+)(>=|<=|!=|=|<|>)(\\S+)");
    private static final Pattern LIMIT = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:\\*(\\w+))?");

    private ConditionReader() {}

    static Condition read(String text) {
        return switch (text) {
            case "always" -> Condition.ALWAYS;
            case "never" -> Condition.NEVER;
            default -> new Any(parts(text, " or ", ConditionReader::all));
        };
    }

    private static Condition all(String text) {
        return new All(parts(text, " and ", ConditionReader::test));
    }

    private static Condition test(String text) {
        var test = TEST.matcher(text);
        if (!test.matches()) {
            throw new IllegalArgumentException("a condition cannot be read");
        }
        var fact = fact(test.group(1));
        return fact.isNumber() ? compares(fact, test.group(2), test.group(3)) : is(fact, test.group(2), test.group(3));
    }

    private static Condition compares(Fact fact, String sign, String text) {
        var limit = LIMIT.matcher(text);
        var comparison = Stream.of(Comparison.values())
                .filter(each -> each.sign.equals(sign))
                .findFirst();
        if (comparison.isEmpty() || !limit.matches()) {
            throw new IllegalArgumentException("a condition on " + fact.member() + " cannot be read");
        }
        var times = limit.group(2) == null ? null : fact(limit.group(2));
        if (times != null && !times.isNumber()) {
            throw new IllegalArgumentException("a condition multiplies by " + times.member());
        }
        return new Compares(fact, comparison.get(), new BigDecimal(limit.group(1)), times);
    }

    private static Condition is(Fact fact, String sign, String text) {
        var words = List.of(text.split("\\|"));
        if (!List.of("=", "!=").contains(sign) || !words.stream().allMatch(fact::mayBe)) {
            throw new IllegalArgumentException("a condition gives " + fact.member() + " a value that it never has");
        }
        return new Is(fact, sign.equals("="), words);
    }

    private static Fact fact(String member) {
        return Fact.of(member)
                .orElseThrow(() -> new IllegalArgumentException("a condition names a fact that is not known"));
    }

    private static List<Condition> parts(String text, String separator, Function<String, Condition> part) {
        return Stream.of(text.split(separator)).map(part).toList();
    }
}
