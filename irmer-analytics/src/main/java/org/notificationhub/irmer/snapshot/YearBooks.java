package org.notificationhub.irmer.snapshot;

import java.time.Instant;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.report.ReportingYear;

/** All figures of a year, bound into one book. */
@FunctionalInterface
public interface YearBooks {

    /** The year's figures as known at a time; the same book whenever it is asked for. */
    FigureBook of(ReportingYear year, Instant asOf);
}
