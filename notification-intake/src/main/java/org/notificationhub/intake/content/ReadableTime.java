package org.notificationhub.intake.content;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/**
 * RFC 3339 as far as {@code java.time} reads it, so that what passes the schema can be read: no leap seconds, no
 * offset beyond 18 hours, no finer than nanoseconds.
 */
record ReadableTime(String name, DateTimeFormatter form) implements Format {

    private static final DateTimeFormatter DATE = strict(
            new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR, 4).appendPattern("-MM-dd"));

    private static final DateTimeFormatter INSTANT = strict(new DateTimeFormatterBuilder()
            .append(DATE)
            .appendPattern("'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:MM", "Z"));

    static ReadableTime date() {
        return new ReadableTime("date", DATE);
    }

    static ReadableTime instant() {
        return new ReadableTime("date-time", INSTANT);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        try {
            form.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder form) {
        return form.toFormatter().withResolverStyle(ResolverStyle.STRICT);
    }
}
