package org.notificationhub.criteria;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** What was told of one exposure. */
public final class Facts {

    private static final Facts NONE = new Facts(new EnumMap<>(Fact.class), new EnumMap<>(Fact.class));

    private final Map<Fact, String> words;
    private final Map<Fact, BigDecimal> numbers;

    private Facts(Map<Fact, String> words, Map<Fact, BigDecimal> numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    public static Facts none() {
        return NONE;
    }

    /** @param word one of the fact's codes, or {@code true} or {@code false} */
    public Facts with(Fact fact, String word) {
        if (!fact.mayBe(word)) {
            throw new IllegalArgumentException(fact.member() + " is never that");
        }
        var more = new EnumMap<>(words);
        more.put(fact, word);
        return new Facts(more, numbers);
    }

    public Facts with(Fact fact, BigDecimal number) {
        if (!fact.isNumber() || number.signum() < 0 || number.compareTo(Fact.LARGEST) > 0) {
            throw new IllegalArgumentException(fact.member() + " is never that");
        }
        var more = new EnumMap<>(numbers);
        more.put(fact, number);
        return new Facts(words, more);
    }

    /** Null where nobody told. */
    public String word(Fact fact) {
        return words.get(fact);
    }

    /** Null where nobody told. */
    public BigDecimal number(Fact fact) {
        return numbers.get(fact);
    }
}
