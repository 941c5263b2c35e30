package org.notificationhub.irmer.report;

import java.time.LocalDate;

/**
 * A day from which counts are not comparable with those before it.
 *
 * @param when as people read it, no more exact than it is known
 * @param kind {@code CRITERIA} or {@code PANDEMIC}
 */
public record SeriesBreak(
        LocalDate on, String when, String kind, String what, String effect, String confidence, String source) {

    boolean isWithin(ReportingYear first, ReportingYear last) {
        return !on.isBefore(first.from()) && !on.isAfter(last.to());
    }
}
