package org.notificationhub.irmer.rest;

import java.time.LocalDate;
import org.notificationhub.irmer.report.AnnualReport;

/** A year in the list of years. */
public record YearView(String year, LocalDate from, LocalDate to, int total, String self) {

    static YearView of(AnnualReport report) {
        var year = report.year();
        return new YearView(
                year.toString(), year.from(), year.to(), report.total(), "/v1/irmer/years/" + year.inPath());
    }
}
