package org.notificationhub.irmer.dashboard;

import java.util.List;
import java.util.Locale;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.report.Scope;

/** How notifications divide between modalities, and within them. */
final class ModalityFigures {

    private ModalityFigures() {}

    /** Of all modalities whichever was chosen, since a share is of the whole. */
    static Figure modalities(Shown shown) {
        var table = shown.whole().modalities();
        var rows = FigureRow.of(table);
        var bars = Bars.of();
        rows.stream()
                .filter(row -> !isWhole(row))
                .forEach(row -> bars.label(row.text("modalityLabel"))
                        .bar(1, row.number("count"), row.inChart("count", "percent")));
        return new Figure(
                "modalities",
                "Modalities",
                table.finding(),
                "Notifications and share by modality, England, %s. Source: notifications through this hub."
                        .formatted(shown.year()),
                bars.chart("notifications by modality"),
                new Columns()
                        .with("modalityLabel", "Modality")
                        .linked(
                                "count",
                                "Notifications",
                                row -> drill(shown, row).to())
                        .with("percent", "Share")
                        .linked(
                                "nhsCount",
                                "From NHS acute trusts",
                                row -> drill(shown, row).to("organisationType", "NHS_ACUTE"))
                        .with("nhsPercent", "Share of NHS acute trusts")
                        .with("perMillion", "Per million of activity")
                        .of(table.title(), rows),
                true,
                shown.file(".csv?table=modalities"),
                shown.file(".ods"),
                table.notes());
    }

    static Figure subModalities(Shown shown) {
        var table = shown.tables().subModalities();
        var rows = chosen(shown, table);
        var bars = Bars.of();
        var group = "";
        for (var row : rows) {
            if (shown.modality() == null && !group.equals(row.code("modality"))) {
                group = row.code("modality");
                bars.group(row.text("modalityLabel"));
            }
            bars.label(row.text("subModalityLabel")).bar(1, row.number("count"), row.inChart("count", "percent"));
        }
        return new Figure(
                "sub-modalities",
                "Sub-modalities",
                table.finding(),
                shown.subtitle("Notifications, and share of the modality, by sub-modality"),
                bars.chart("notifications by sub-modality"),
                new Columns()
                        .with("modalityLabel", "Modality")
                        .with("subModalityLabel", "Sub-modality")
                        .linked(
                                "count",
                                "Notifications",
                                row -> drill(shown, row).to("subModality", stated(row.code("subModality"))))
                        .with("percent", "Share of the modality")
                        .of(table.title(), rows),
                true,
                shown.file("/sub-modalities.csv"),
                shown.file("/sub-modalities.ods"),
                table.notes());
    }

    /** Of a table without rows for all together. */
    static List<FigureRow> chosen(Shown shown, FigureTable table) {
        return shown.modality() == null
                ? FigureRow.of(table)
                : FigureRow.about(table, shown.modality().name());
    }

    static Drill drill(Shown shown, FigureRow row) {
        return shown.drill().in(row.code("modality"));
    }

    /** As {@code /events} calls what nothing was said of. */
    static String stated(String code) {
        return code.equals(Scope.NOT_KNOWN.code()) ? "NOT_STATED" : code;
    }

    static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.UK) + label.substring(1);
    }

    private static boolean isWhole(FigureRow row) {
        return row.code("modality").equals(Scope.ALL.code());
    }
}
