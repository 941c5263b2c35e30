package org.notificationhub.criteria;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether something holds of an exposure, in Kleene's logic: what nobody told is unknown, not false. */
sealed interface Condition {

    Condition ALWAYS = new All(List.of());
    Condition NEVER = new Any(List.of());

    Answer of(Facts facts);

    enum Truth {
        FALSE,
        UNKNOWN,
        TRUE
    }

    /** @param missing the facts it turned on and that nobody told; empty unless the truth is unknown */
    record Answer(Truth truth, Set<Fact> missing) {

        private static Answer of(boolean truth) {
            return new Answer(truth ? Truth.TRUE : Truth.FALSE, Set.of());
        }

        private static Answer unknown(Set<Fact> missing) {
            return new Answer(Truth.UNKNOWN, missing);
        }

        boolean isTrue() {
            return truth == Truth.TRUE;
        }

        boolean isFalse() {
            return truth == Truth.FALSE;
        }
    }

    /** A fact is, or is not, one of some words. */
    record Is(Fact fact, boolean wanted, List<String> words) implements Condition {
        @Override
        public Answer of(Facts facts) {
            var word = facts.word(fact);
            return word == null ? Answer.unknown(Set.of(fact)) : Answer.of(words.contains(word) == wanted);
        }
    }

    /** A number beside a limit, which may be so many times another number: no quotient is ever rounded. */
    record Compares(Fact fact, Comparison comparison, BigDecimal limit, Fact times) implements Condition {
        @Override
        public Answer of(Facts facts) {
            var missing = EnumSet.noneOf(Fact.class);
            var left = facts.number(fact);
            if (left == null) {
                missing.add(fact);
            }
            var factor = times == null ? BigDecimal.ONE : facts.number(times);
            if (factor == null) {
                missing.add(times);
            }
            return missing.isEmpty()
                    ? Answer.of(comparison.holds(left.compareTo(limit.multiply(factor))))
                    : Answer.unknown(missing);
        }
    }

    /** As true as the least true of its parts. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public Answer of(Facts facts) {
            return together(parts, facts, Comparator.naturalOrder(), Truth.TRUE);
        }
    }

    /** As true as the truest of its parts. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public Answer of(Facts facts) {
            return together(parts, facts, Comparator.reverseOrder(), Truth.FALSE);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public Answer of(Facts facts) {
            var answer = condition.of(facts);
            return answer.truth() == Truth.UNKNOWN ? answer : Answer.of(answer.isFalse());
        }
    }

    enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        AT_LEAST(">="),
        MORE(">");

        final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        private boolean holds(int compared) {
            return switch (this) {
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case EQUAL -> compared == 0;
                case AT_LEAST -> compared >= 0;
                case MORE -> compared > 0;
            };
        }
    }

    private static Answer together(List<Condition> parts, Facts facts, Comparator<Truth> first, Truth ofNone) {
        var answers = parts.stream().map(part -> part.of(facts)).toList();
        var truth = answers.stream().map(Answer::truth).min(first).orElse(ofNone);
        var missing = EnumSet.noneOf(Fact.class);
        if (truth == Truth.UNKNOWN) {
            answers.forEach(answer -> missing.addAll(answer.missing()));
        }
        return new Answer(truth, missing);
    }
}
