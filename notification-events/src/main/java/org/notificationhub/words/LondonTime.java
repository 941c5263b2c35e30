package org.notificationhub.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times and days as people in England read them. */
public final class LondonTime {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("h:mm", Locale.ENGLISH);

    private LondonTime() {}

    /** {@code 5:30pm on 1 April 2026}. */
    public static String of(Instant instant) {
        var there = instant.atZone(LONDON);
        return clock(there.toLocalTime().truncatedTo(ChronoUnit.MINUTES)) + " on " + of(there.toLocalDate());
    }

    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    private static String clock(LocalTime time) {
        if (time.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        if (time.equals(LocalTime.NOON)) {
            return "midday";
        }
        var half = time.isBefore(LocalTime.NOON) ? "am" : "pm";
        return (time.getMinute() == 0 ? HOUR : HOUR_AND_MINUTE).format(time) + half;
    }
}
