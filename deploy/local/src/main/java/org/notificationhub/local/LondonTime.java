package org.notificationhub.local;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/** Times as a person in London reads them. */
final class LondonTime {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DAY)
            .appendPattern(", h:mm")
            .appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "am", 1L, "pm"))
            .appendLiteral(" (London)")
            .toFormatter(Locale.UK);

    private LondonTime() {}

    /** A time, or a day. */
    static String of(String iso) {
        return iso.contains("T")
                ? Instant.parse(iso).atZone(LONDON).format(TIME)
                : LocalDate.parse(iso).format(DAY);
    }

    static String day(Instant at) {
        return at.atZone(LONDON).format(DAY);
    }

    static String second(Instant at) {
        return at.atZone(LONDON).format(SECOND);
    }
}
