package org.notificationhub.irmer.dashboard;

/** Whether CQC was told, and the investigation reported, in time. */
final class TimelinessFigure {

    private TimelinessFigure() {}

    static Figure of(Shown shown) {
        var table = shown.tables().timeliness();
        var rows = shown.rows(table);
        var bars = Bars.of();
        rows.forEach(row -> bars.label(row.text("stepLabel")).bar(1, row.number("percentInTime"), share(row)));
        return new Figure(
                "timeliness",
                "Timeliness",
                table.finding(),
                shown.subtitle("Share in time of notifications of which it is known"),
                bars.chart("the share in time"),
                new Columns()
                        .with("stepLabel", "Step")
                        .linked("inTime", "In time", row -> events(shown, row, "IN_TIME"))
                        .linked("late", "Late", row -> events(shown, row, "LATE"))
                        .linked(
                                "overdue",
                                "Awaited and overdue",
                                row -> shown.drill().to("overdue", "true"))
                        .linked(
                                "notYetDue",
                                "Awaited, not yet due",
                                row -> shown.drill().to("overdue", "false"))
                        .linked("notKnown", "Not known", row -> events(shown, row, "NOT_KNOWN"))
                        .with("percentInTime", "Share in time")
                        .of(table.title(), rows),
                false,
                shown.file("/timeliness.csv"),
                shown.file("/timeliness.ods"),
                table.notes());
    }

    private static String share(FigureRow row) {
        if (!row.hasNumber("percentInTime")) {
            return row.inChart("percentInTime");
        }
        var overdue = row.hasNumber("overdue") ? row.number("overdue").intValue() : 0;
        var known = row.number("inTime").intValue() + row.number("late").intValue() + overdue;
        return "%s (%s of %,d)".formatted(row.text("percentInTime"), row.text("inTime"), known);
    }

    private static String events(Shown shown, FigureRow row, String standing) {
        return shown.drill().to(row.code("step").equals("NOTIFIED") ? "notified" : "reported", standing);
    }
}
