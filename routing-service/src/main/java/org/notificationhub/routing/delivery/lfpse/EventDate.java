package org.notificationhub.routing.delivery.lfpse;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.LfpseEvent;

/**
 * When it happened, as LfPSE asks it. "Today" is the day of the report, which is not always the day we send it: a known day
 * is given as a date. Of an event whose day nobody knows, the month of becoming aware of it is told.
 *
 * @param date null where it is not known
 * @param answers where the sender gives none of its own
 */
record EventDate(String date, Answers answers) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final String TODAY = "IncidentOccurredToday";

    static EventDate of(LfpseEvent said, NotificationContent content) {
        var occurred = london(content.occurredAt());
        var known = occurred == null ? london(content.awareAt()) : occurred;
        var today = today(said, content);
        if (today == null) {
            return new EventDate(said.date(), Answers.none());
        }
        var answers = Answers.none().with(TODAY, today);
        return switch (today) {
            case "y" -> new EventDate(said.date(), with(answers, "TodaysDate", DAY, known));
            case "u" -> new EventDate(said.date(), with(answers, "ApproximateDate", MONTH, known));
            default ->
                said.date() != null || occurred == null
                        ? new EventDate(said.date(), answers)
                        : new EventDate(DAY.format(occurred), timed(answers, said, occurred));
        };
    }

    /** Null where nothing can be said of it: a danger ahead has not occurred. */
    private static String today(LfpseEvent said, NotificationContent content) {
        var answers = said.event();
        if (answers.first(TODAY).isPresent()) {
            return answers.first(TODAY).get().toString();
        }
        if (answers.has("TodaysDate")) {
            return "y";
        }
        if (answers.has("ApproximateDate")) {
            return "u";
        }
        if (said.date() != null || content.occurredAt() != null && said.type() != EventType.RISK) {
            return "n";
        }
        return content.awareAt() == null || said.type() == EventType.RISK ? null : "u";
    }

    private static Answers timed(Answers answers, LfpseEvent said, LocalDateTime occurred) {
        return said.event().has("EstimatedTime") ? answers : with(answers, "PreciseTime", TIME, occurred);
    }

    private static Answers with(Answers answers, String question, DateTimeFormatter form, LocalDateTime known) {
        return known == null ? answers : answers.with(question, form.format(known));
    }

    private static LocalDateTime london(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, LONDON);
    }
}
