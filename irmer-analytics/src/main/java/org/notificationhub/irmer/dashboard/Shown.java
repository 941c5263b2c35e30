package org.notificationhub.irmer.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.report.AnnualTables;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Scope;

/**
 * What a reader chose to see.
 *
 * @param whole the year's tables, of every modality
 * @param modality the one to look at; null for all of them
 */
record Shown(AnnualTables whole, Modality modality) {

    ReportingYear year() {
        return whole.year();
    }

    Instant asOf() {
        return whole.asOf();
    }

    /** Of the modality that was chosen, if one was. */
    AnnualTables tables() {
        return modality == null ? whole : whole.only(modality);
    }

    /** The code of the rows to show of a table that has rows for all and for each modality. */
    String scope() {
        return modality == null ? Scope.ALL.code() : modality.name();
    }

    List<FigureRow> rows(FigureTable table) {
        return FigureRow.about(table, scope());
    }

    Drill drill() {
        return new Drill(year(), scope(), asOf());
    }

    /** @param measure such as {@code Notifications by modality} */
    String subtitle(String measure) {
        return "%s%s, England, %s. Source: notifications through this hub.".formatted(measure, ofModality(), year());
    }

    /** {@code , radiotherapy}; empty for all of them. */
    String ofModality() {
        return modality == null ? "" : ", " + modality.label().toLowerCase(Locale.UK);
    }

    /** Address of a file as known at the same time. @param path under the year, such as {@code /factors.csv} */
    String file(String path) {
        return file("/v1/irmer/years/" + year().inPath() + path, asOf());
    }

    static String file(String path, Instant asOf) {
        return path + (path.contains("?") ? "&" : "?") + "asOf=" + asOf;
    }
}
