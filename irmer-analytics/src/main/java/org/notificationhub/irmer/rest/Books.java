package org.notificationhub.irmer.rest;

import java.time.Instant;
import java.util.List;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.report.ReportingYear;

/** Binds tables into books. */
final class Books {

    private Books() {}

    static FigureBook of(String name, String title, ReportingYear year, Instant asOf, FigureTable... tables) {
        return new FigureBook(
                name,
                title,
                year.toString(),
                asOf,
                "Notifications under SI 2017/1322 reg 8(4), as the Statutory Notification Hub received them",
                "1",
                List.of(
                        "The unit is the notification, whatever the number of people in it.",
                        "A notification belongs to the year of the day, in London, on which CQC was notified.",
                        "Withdrawn notifications, test data, follow-up reports and sites outside England are left out."),
                "The operator of this hub",
                false,
                List.of(tables));
    }
}
