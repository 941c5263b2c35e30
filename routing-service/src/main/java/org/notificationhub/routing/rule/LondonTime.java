package org.notificationhub.routing.rule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as people in England say it: {@code 5:30pm on 1 April 2026}. */
public final class LondonTime {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("h:mm", Locale.ENGLISH);

    private LondonTime() {}

    public static String of(Instant instant) {
        var there = instant.atZone(LegalDay.LONDON);
        return time(there) + " on " + DAY.format(there);
    }

    private static String time(ZonedDateTime there) {
        var time = LocalTime.of(there.getHour(), there.getMinute());
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
