package org.notificationhub.irmer.report;

import java.util.List;

/** What every table of these figures says of itself. A changed rule is a new version. */
public final class ReportTexts {

    /** Of the rules below. */
    public static final String VERSION = "1";

    public static final String SOURCE =
            "Notifications under SI 2017/1322 regulation 8(4) that were sent through this hub;"
                    + " counted by the hub, not published by the Care Quality Commission.";

    public static final List<String> COUNTING_RULES = List.of(
            "The unit is the notification: one that tells of several people counts once.",
            "A notification belongs to the year, 1 April to 31 March, of the day in London on which CQC was notified: the"
                    + " receipt by the hub, or the day CQC had been told where that was before.",
            "A report of an investigation follows a notification and is not counted itself.",
            "Notifications that were withdrawn, that are test data or that are of a site outside England are left out, and"
                    + " their numbers are given beside the figures.",
            "An incident that two providers told of counts twice until one of them withdraws; such notifications are given"
                    + " as possible duplicates.",
            "Where a notification was amended, its last version counts; where it was reviewed, what the last review found.",
            "What was recorded after the as-at time is left out, so the same time always gives the same figures.");

    static final String UNREVIEWED = "[p] Provisional: %s of %s await their review.";
    static final String UNFINISHED = "[p] Provisional: the year was not over at the as-at time.";

    private ReportTexts() {}

    /** {@code 1 notification}, {@code 1,226 notifications}. */
    static String notifications(int count) {
        return "%,d %s".formatted(count, count == 1 ? "notification" : "notifications");
    }

    /** {@code 55% of notifications (447 of 819)}. */
    static String shareOfNotifications(int part, int whole) {
        return "%d%% of notifications (%,d of %,d)".formatted(Rounding.percent(part, whole), part, whole);
    }

    static String none(ReportingYear year) {
        return "No notification is counted in %s.".formatted(year);
    }
}
