package org.notificationhub.irmer.report;

import java.util.ArrayList;
import java.util.List;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/** What is not counted, and what of the counted needs care. */
final class LeftOutTable {

    private static final List<Column> COLUMNS = List.of(
            Column.code("reason", "Reason code"),
            Column.label("reasonLabel", "Reason"),
            Column.code("counted", "In the other tables"),
            Column.count("count", "Notifications"));

    private LeftOutTable() {}

    static FigureTable of(AnnualReport report) {
        var rows = new ArrayList<List<Value>>();
        report.leftOut().forEach((reason, count) -> rows.add(row(reason.name(), reason.label(), "NO", count)));
        rows.add(row("AWAITING_REVIEW", "Not reviewed yet", "YES", report.awaitingClassification()));
        rows.add(row(
                "POSSIBLE_DUPLICATE",
                "Possibly the same incident as another provider's",
                "YES",
                report.possibleDuplicates()));
        var left =
                report.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        return new FigureTable(
                "left-out",
                "What is left out, and what may still change, %s".formatted(report.year()),
                left == 1
                        ? "1 notification is left out of the figures."
                        : "%s are left out of the figures.".formatted(ReportTexts.notifications(left)),
                COLUMNS,
                rows,
                Notes.of("Counts are exact.").provisional(report, true).all());
    }

    private static List<Value> row(String code, String label, String counted, int count) {
        return List.of(Value.of(code), Value.of(label), Value.of(counted), Value.of(count));
    }
}
