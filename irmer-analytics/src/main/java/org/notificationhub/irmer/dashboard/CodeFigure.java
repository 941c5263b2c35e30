package org.notificationhub.irmer.dashboard;

/** Under which codes of CQC's criteria exposures were notified. */
final class CodeFigure {

    private CodeFigure() {}

    static Figure of(Shown shown) {
        var table = shown.tables().codes();
        var rows = shown.rows(table);
        var bars = Bars.of();
        rows.forEach(row -> bars.label(label(row)).bar(1, row.number("count"), row.inChart("count", "percent")));
        return new Figure(
                "codes",
                "SAUE codes",
                table.finding(),
                shown.subtitle(
                        "Notifications by code of CQC’s criteria for significant accidental or unintended exposures"),
                bars.chart("notifications by notification code"),
                new Columns()
                        .with("code", "Code")
                        .with("criterion", "What it says")
                        .linked(
                                "count",
                                "Notifications",
                                row -> shown.drill().to("code", ModalityFigures.stated(row.code("code"))))
                        .with("percent", "Share")
                        .of(table.title(), rows),
                true,
                shown.file("/codes.csv"),
                shown.file("/codes.ods"),
                table.notes());
    }

    private static String label(FigureRow row) {
        return ModalityFigures.stated(row.code("code")).equals("NOT_STATED") ? "No code" : "Code " + row.text("code");
    }
}
