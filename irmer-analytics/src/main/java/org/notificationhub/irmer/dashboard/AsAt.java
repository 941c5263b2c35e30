package org.notificationhub.irmer.dashboard;

import static org.notificationhub.irmer.report.ReportingYear.LONDON;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as a reader writes it: {@code 5:30pm on 1 April 2026}, {@code 1 April 2026}, or as a link has it. */
public final class AsAt {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?<clock>midnight|midday|(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s*(?<half>am|pm))\\s+(?:on\\s+)?)?"
                    + "(?<day>\\d{1,2}\\s+[a-z]+\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2})",
            Pattern.CASE_INSENSITIVE);

    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMMM uuuu")
            .toFormatter(Locale.UK)
            .withResolverStyle(ResolverStyle.STRICT);

    private AsAt() {}

    /** A day without a time means as known at its end. Empty where the text is no time. */
    public static Optional<Instant> read(String text) {
        try {
            var written = WRITTEN.matcher(text.strip());
            if (!written.matches()) {
                return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
            }
            var day = day(written.group("day"));
            return Optional.of(
                    written.group("clock") == null
                            ? day.plusDays(1).atStartOfDay(LONDON).toInstant().minus(1, ChronoUnit.MILLIS)
                            : day.atTime(time(written)).atZone(LONDON).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String text) {
        return text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text.replaceAll("\\s+", " "), DAY);
    }

    private static LocalTime time(Matcher written) {
        if (written.group("half") == null) {
            return written.group("clock").equalsIgnoreCase("midday") ? LocalTime.NOON : LocalTime.MIDNIGHT;
        }
        var hour = Integer.parseInt(written.group("hour"));
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("No hour of a half day");
        }
        var minute = written.group("minute") == null ? 0 : Integer.parseInt(written.group("minute"));
        return LocalTime.of(hour % 12 + (written.group("half").equalsIgnoreCase("pm") ? 12 : 0), minute);
    }
}
