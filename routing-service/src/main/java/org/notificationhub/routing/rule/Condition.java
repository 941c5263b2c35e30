package org.notificationhub.routing.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whether something holds of an event, in Kleene's logic: what nobody said is unknown, not false. */
sealed interface Condition {

    Condition ALWAYS = new All(List.of());
    Condition NEVER = new Any(List.of());

    Truth of(Inquiry inquiry);

    enum Truth {
        FALSE,
        UNKNOWN,
        TRUE
    }

    /** A fact is, or is not, one of some values. */
    record Is(Fact fact, boolean wanted, List<String> values) implements Condition {
        @Override
        public Truth of(Inquiry inquiry) {
            var value = inquiry.value(fact);
            if (value == null) {
                return Truth.UNKNOWN;
            }
            return values.contains(value) == wanted ? Truth.TRUE : Truth.FALSE;
        }
    }

    /** As true as the least true of its parts. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public Truth of(Inquiry inquiry) {
            return truths(parts, inquiry).min(Comparator.naturalOrder()).orElse(Truth.TRUE);
        }
    }

    /** As true as the truest of its parts. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public Truth of(Inquiry inquiry) {
            return truths(parts, inquiry).max(Comparator.naturalOrder()).orElse(Truth.FALSE);
        }
    }

    private static Stream<Truth> truths(List<Condition> parts, Inquiry inquiry) {
        return parts.stream().map(part -> part.of(inquiry));
    }
}
