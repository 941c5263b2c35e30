package org.notificationhub.irmer.activity;

import java.time.LocalDate;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/**
 * How much was done in a year that could have gone wrong: what a rate is divided by.
 *
 * @param providerId null for all of England
 * @param amount in {@code unit}
 * @param unit such as {@code imaging examinations}
 * @param publishedOn the day of the publication it stands in; later ones revise it
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

    /** How exactly the amount is known. */
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
