package org.notificationhub.criteria;

import java.time.LocalDate;

/** How long an employer has, counted in days in London from the day of discovery. */
public record TimeLimit(
        InForce inForce, int notifyWeeks, int reportWeeks, Confidence confidence, String sentence, String source) {

    static TimeLimit read(Row row) {
        return new TimeLimit(
                row.inForce(),
                row.number("notify_weeks"),
                row.number("report_weeks"),
                row.code("confidence", Confidence.class),
                row.sentence("sentence"),
                row.url("source"));
    }

    /** The last day for telling the authority. */
    public LocalDate notifyBy(LocalDate discovered) {
        return discovered.plusWeeks(notifyWeeks);
    }

    /** The last day for the report of the investigation. */
    public LocalDate reportBy(LocalDate discovered) {
        return discovered.plusWeeks(reportWeeks);
    }
}
