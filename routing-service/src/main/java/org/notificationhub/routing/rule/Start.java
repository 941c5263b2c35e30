package org.notificationhub.routing.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** From when a clock runs: an exact time, or a whole day in London. */
sealed interface Start {

    /** @param text an instant or a day as ISO 8601 writes them */
    static Start of(String text) {
        return text.indexOf('T') < 0 ? new Day(LocalDate.parse(text)) : new Time(Instant.parse(text));
    }

    Instant instant();

    LocalDate day();

    /** The last moment of a period of whole days: at the same time of day, or at the end of the last day. */
    Instant plusDays(int days);

    record Time(Instant instant) implements Start {
        @Override
        public LocalDate day() {
            return LegalDay.of(instant);
        }

        @Override
        public Instant plusDays(int days) {
            return ZonedDateTime.ofInstant(instant, LegalDay.LONDON)
                    .plusDays(days)
                    .toInstant();
        }
    }

    record Day(LocalDate day) implements Start {
        @Override
        public Instant instant() {
            return LegalDay.start(day);
        }

        @Override
        public Instant plusDays(int days) {
            return LegalDay.end(day.plusDays(days));
        }
    }
}
