package org.notificationhub.irmer.activity;

import java.time.Instant;
import java.util.List;
import org.notificationhub.irmer.report.ReportingYear;

/** What is known of activity. */
public interface ActivityFigures {

    /** Of the years from the first to the last; of each year, modality and provider what was recorded last by then. */
    List<Activity> activities(ReportingYear first, ReportingYear last, Instant asOf);
}
