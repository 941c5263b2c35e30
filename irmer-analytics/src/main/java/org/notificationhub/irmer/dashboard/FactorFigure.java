package org.notificationhub.irmer.dashboard;

import org.notificationhub.irmer.report.Scope;

/** What recurs, beside the year before, with what an employer can do about it. */
final class FactorFigure {

    /** As many as can be looked at; the table and the files have them all. */
    private static final int DRAWN = 8;

    private FactorFigure() {}

    static Figure of(Shown shown) {
        var table = shown.tables().factors();
        var rows = shown.rows(table);
        var named = rows.stream()
                .filter(row -> !row.code("factor").equals(Scope.NOT_KNOWN.code()))
                .toList();
        var bars = Bars.of(shown.year().toString(), shown.year().previous().toString());
        named.stream()
                .limit(DRAWN)
                .forEach(row -> bars.label(row.text("factorLabel"))
                        .bar(1, row.number("percent"), row.inChart("percent", "count"))
                        .bar(2, row.number("percentBefore"), row.inChart("percentBefore", "countBefore")));
        return new Figure(
                "factors",
                "What recurs, and what to do about it",
                table.finding(),
                shown.subtitle("Share of notifications that name a contributory factor"),
                bars.chart(
                        named.size() > DRAWN
                                ? "the %d commonest contributory factors".formatted(DRAWN)
                                : "contributory factors"),
                new Columns()
                        .with("factorLabel", "Contributory factor")
                        .with("practicalAction", "What an employer can do")
                        .linked(
                                "count",
                                "Notifications",
                                row -> shown.drill().to("factor", ModalityFigures.stated(row.code("factor"))))
                        .with("percent", "Share")
                        .with("confirmed", "Confirmed at review")
                        .with("countBefore", "The year before")
                        .with("percentBefore", "Share the year before")
                        .of(table.title(), rows),
                false,
                shown.file("/factors.csv"),
                shown.file("/factors.ods"),
                table.notes());
    }
}
