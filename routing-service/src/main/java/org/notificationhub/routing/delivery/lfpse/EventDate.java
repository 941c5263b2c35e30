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
 * is given as a date. Of an event whose moment nobody knows, the month of becoming aware of it is told.
 *
 * @param date null where it is not known
 */
record EventDate(String date, Answers answers) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final String TODAY = "IncidentOccurredToday";

    /** What the sender says of it for LfPSE is not mixed with what it says elsewhere, only made whole. */
    static EventDate of(LfpseEvent said, NotificationContent content) {
        var answers = said.event();
        var known = content.occurredAt() == null ? content.awareAt() : content.occurredAt();
        if (said.date() != null || said.type() == EventType.RISK) {
            return new EventDate(said.date(), today(said, "n"));
        }
        if (says(answers, "y") || answers.has("TodaysDate")) {
            return new EventDate(null, today(said, "y").with("TodaysDate", DAY.format(london(known))));
        }
        if (says(answers, "u") || answers.has("ApproximateDate") || content.occurredAt() == null) {
            return new EventDate(null, today(said, "u").with("ApproximateDate", MONTH.format(london(known))));
        }
        var occurred = london(content.occurredAt());
        var day = new EventDate(DAY.format(occurred), today(said, "n"));
        return answers.has("EstimatedTime") ? day : day.with("PreciseTime", TIME.format(occurred));
    }

    private EventDate with(String question, String answer) {
        return new EventDate(date, answers.with(question, answer));
    }

    /** A danger ahead has not occurred. */
    private static Answers today(LfpseEvent said, String code) {
        return said.type() == EventType.RISK ? Answers.none() : Answers.none().with(TODAY, code);
    }

    private static boolean says(Answers answers, String code) {
        return answers.first(TODAY).filter(code::equals).isPresent();
    }

    private static LocalDateTime london(Instant instant) {
        return LocalDateTime.ofInstant(instant, LONDON);
    }
}
