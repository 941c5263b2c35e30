package org.notificationhub.irmer.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.activity.ActivityReader;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.report.ReportingYear;

/** The table of a year's notifications by provider, as known at a time. */
@ApplicationScoped
public class ProviderFigures {

    /** What the table is called in a book. */
    public static final String TABLE = ProviderTable.NAME;

    private final CountReader counts;
    private final ActivityReader activities;
    private final int threshold;

    ProviderFigures(CountReader counts, ActivityReader activities, IrmerConfig config) {
        this.counts = counts;
        this.activities = activities;
        this.threshold = config.suppression().threshold();
    }

    /** @param modality null for all of them, and the sums over them */
    public FigureTable table(ReportingYear year, String modality, Instant asOf) {
        var known = new ProviderCounts(
                counts.counts(year, List.of(Dimension.PROVIDER), asOf), activities.activities(year, year, asOf));
        return ProviderTable.of(known, modality, threshold);
    }
}
