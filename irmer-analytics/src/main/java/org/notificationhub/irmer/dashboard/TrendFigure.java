package org.notificationhub.irmer.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Trend;

/** Years beside each other, with a line where counts before and after are of different things. */
final class TrendFigure {

    private static final String COUNTED = "COUNTED";
    private static final String COUNTED_BY_HUB = "Counted by the hub";
    private static final String PUBLISHED_BY_CQC = "Published by CQC";

    private TrendFigure() {}

    static Figure of(Shown shown, Trend trend) {
        var tables = trend.tables();
        var table = tables.get(0);
        var rows = FigureRow.about(table, shown.scope());
        var breaks = FigureRow.of(tables.get(1));
        return new Figure(
                "trend",
                "Trend",
                finding(shown, rows, table),
                "Notifications by year%s, England, %s to %s. Source: notifications through this hub, and what the Care"
                                .formatted(shown.ofModality(), trend.first(), trend.last())
                        + " Quality Commission (CQC) published.",
                chart(rows, breaks),
                new Columns()
                        .with("periodLabel", "Period")
                        .linked("count", "Notifications", row -> events(shown, row))
                        .with("seriesLabel", "Series")
                        .of(
                                table.title(),
                                rows.stream().map(TrendFigure::inWords).toList()),
                true,
                Shown.file("/v1/irmer/trend.csv", shown.asOf()),
                Shown.file("/v1/irmer/trend.ods", shown.asOf()),
                table.notes());
    }

    private static Chart chart(List<FigureRow> rows, List<FigureRow> breaks) {
        var bars = Bars.of(COUNTED_BY_HUB, PUBLISHED_BY_CQC);
        var toMark = new ArrayList<>(breaks);
        var periods = rows.stream()
                .collect(Collectors.groupingBy(row -> row.text("period"), LinkedHashMap::new, Collectors.toList()));
        periods.forEach((period, points) -> {
            var last = points.get(0).code("to");
            for (var point : toMark.stream()
                    .filter(each -> each.code("on").compareTo(last) <= 0)
                    .toList()) {
                bars.breaking("Series break, %s: %s"
                        .formatted(
                                point.text("when"),
                                point.code("kind").equals("PANDEMIC") ? "pandemic" : "criteria changed"));
                toMark.remove(point);
            }
            bars.label(points.get(0).text("periodLabel"));
            points.forEach(point -> bars.bar(isCounted(point) ? 1 : 2, point.number("count"), point.inChart("count")));
        });
        return bars.chart("notifications by period");
    }

    /** What the hub counted in the last two years, or else what the table says. */
    private static String finding(Shown shown, List<FigureRow> rows, FigureTable table) {
        var counted = rows.stream().filter(TrendFigure::isCounted).toList();
        if (counted.size() < 2) {
            return table.finding();
        }
        var last = counted.get(counted.size() - 1);
        var before = counted.get(counted.size() - 2);
        return "The hub counted %,.0f%s in %s%s, after %,.0f in %s."
                .formatted(
                        last.number("count"),
                        shown.modality() == null
                                ? ""
                                : " of "
                                        + ModalityFigures.lower(shown.modality().label()),
                        last.text("period"),
                        last.meaning("count") == null ? "" : " so far",
                        before.number("count"),
                        before.text("period"));
    }

    private static String events(Shown shown, FigureRow row) {
        return isCounted(row)
                ? new Drill(ReportingYear.of(LocalDate.parse(row.code("from"))), shown.scope(), shown.asOf()).to()
                : null;
    }

    private static FigureRow inWords(FigureRow row) {
        return row.with("seriesLabel", isCounted(row) ? COUNTED_BY_HUB : PUBLISHED_BY_CQC);
    }

    private static boolean isCounted(FigureRow row) {
        return row.code("series").equals(COUNTED);
    }
}
