package org.notificationhub.irmer.figure;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What stands in one place of a table.
 *
 * @param content a {@link String}, {@link Integer}, {@link Long}, {@link BigDecimal} or {@link LocalDate}; null where there
 *     is no value to show, and then the mark says why
 * @param mark null where there is nothing to explain
 */
public record Value(Object content, Shorthand mark) {

    public Value {
        if (content == null && mark == null) {
            throw new IllegalArgumentException("What is missing says why");
        }
    }

    public static Value of(Object content) {
        return new Value(content, null);
    }

    public static Value missing(Shorthand why) {
        return new Value(null, why);
    }

    /** {@code why} where the content is null. */
    public static Value orMissing(Object content, Shorthand why) {
        return content == null ? missing(why) : of(content);
    }
}
