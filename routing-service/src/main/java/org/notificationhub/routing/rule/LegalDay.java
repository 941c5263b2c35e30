package org.notificationhub.routing.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day an instant falls on for the law: the date in London. */
public final class LegalDay {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private LegalDay() {}

    public static LocalDate of(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }

    /** Its last millisecond, which is the finest we write. */
    static Instant end(LocalDate day) {
        return start(day.plusDays(1)).minusMillis(1);
    }
}
