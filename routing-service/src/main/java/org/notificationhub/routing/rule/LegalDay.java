package org.notificationhub.routing.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day an instant falls on for the law: the date in London. */
public final class LegalDay {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private LegalDay() {}

    public static LocalDate of(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }
}
