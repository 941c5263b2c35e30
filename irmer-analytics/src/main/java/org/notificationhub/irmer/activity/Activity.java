package org.notificationhub.irmer.activity;

import java.time.LocalDate;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/**
 * How much was done in a year that could have gone wrong: the denominator of a rate.
 *
 * @param providerId null for all of England. Whoever has a figure is expected to notify.
 * @param amount in {@code unit}, to be read with {@code bound}
 * @param unit such as {@code episodes of radiotherapy treatment}
 * @param publishedOn null where the day was not found. A figure is revised as late data come in, so a rate says whose figure it
 *     divides by.
 */
public record Activity(
        ReportingYear year,
        Modality modality,
        String providerId,
        long amount,
        Bound bound,
        String unit,
        String source,
        LocalDate publishedOn) {

    /** How the published figure is to be read: "over 30 million" is {@code AT_LEAST}. */
    public enum Bound {
        EXACT,
        AT_LEAST,
        AT_MOST,
        ABOUT
    }

    public boolean ofEngland() {
        return providerId == null;
    }
}
