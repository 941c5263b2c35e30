package org.notificationhub.routing.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A day as people write it: {@code 1 March 2024}, {@code 1 Mar 2024}, {@code 1/3/2024}; or {@code 2024-03-01}. */
final class WrittenDay {

    private static final DateTimeFormatter IN_WORDS = form("d MMMM uuuu");

    private WrittenDay() {}

    static String of(LocalDate day) {
        return IN_WORDS.format(day);
    }

    static Optional<LocalDate> read(String text) {
        var words = text.strip().replaceAll("\\s+", " ");
        return Stream.of(IN_WORDS, form("d MMM uuuu"), form("d/M/uuuu"), form("uuuu-MM-dd"))
                .flatMap(form -> read(words, form).stream())
                .findFirst();
    }

    private static Optional<LocalDate> read(String words, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(words, form));
        } catch (DateTimeException notInThisForm) {
            return Optional.empty();
        }
    }

    /** Strict, so that 29 February 2023 is no day. */
    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
