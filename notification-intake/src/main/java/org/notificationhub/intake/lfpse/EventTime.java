package org.notificationhub.intake.lfpse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.notificationhub.lfpse.LfpseEvent;

/**
 * When an event happened, as far as it says.
 *
 * @param exact null where only the day, month or year is known
 * @param earliest the first moment it can have been; null where nothing is said
 */
record EventTime(Instant exact, Instant earliest) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final EventTime UNSAID = new EventTime(null, null);
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    /** @param event keeps LfPSE's rules, so its dates can be read */
    static EventTime of(LfpseEvent event) {
        return Stream.of(
                        Optional.ofNullable(event.date()),
                        answer(event, "TodaysDate"),
                        answer(event, "ApproximateDate"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(date -> of(date, answer(event, "PreciseTime")))
                .orElse(UNSAID);
    }

    private static EventTime of(String date, Optional<String> time) {
        if (date.length() > DAY) {
            return exactly(OffsetDateTime.parse(date).toInstant());
        }
        if (date.length() == DAY && time.isPresent()) {
            return exactly(LocalDate.parse(date)
                    .atTime(LocalTime.parse(time.get()))
                    .atZone(LONDON)
                    .toInstant());
        }
        return new EventTime(null, firstDay(date).atStartOfDay(LONDON).toInstant());
    }

    private static EventTime exactly(Instant moment) {
        return new EventTime(moment, moment);
    }

    private static LocalDate firstDay(String date) {
        return switch (date.length()) {
            case YEAR -> Year.parse(date).atDay(1);
            case MONTH -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
        };
    }

    private static Optional<String> answer(LfpseEvent event, String question) {
        return event.event().first(question).map(Object::toString);
    }
}
