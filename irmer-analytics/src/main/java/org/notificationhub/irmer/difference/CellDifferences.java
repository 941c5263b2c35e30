package org.notificationhub.irmer.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;

/** The counts that differ between two times, one by one. */
final class CellDifferences {

    private static final List<Column> COLUMNS = List.of(
            Column.code("dimension", "Counted by"),
            Column.code("modality", "Modality"),
            Column.code("step1", "First step"),
            Column.code("step2", "Second step"),
            Column.code("step3", "Third step"),
            Column.count("from", "Notifications at first"),
            Column.count("to", "Notifications at last"),
            Column.count("difference", "Difference"),
            Column.text("events", "Events at last"));

    private static final int STEPS = 3;

    private CellDifferences() {}

    static FigureTable of(List<Count> before, List<Count> after, Events events) {
        var totals = new HashMap<Cell, int[]>();
        before.forEach(count -> totals.computeIfAbsent(count.cell(), cell -> new int[2])[0] = count.total());
        after.forEach(count -> totals.computeIfAbsent(count.cell(), cell -> new int[2])[1] = count.total());
        var rows = totals.entrySet().stream()
                .filter(each -> each.getValue()[0] != each.getValue()[1])
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Cell::dimension).thenComparing(cell -> String.join("\n", cell.path()))))
                .map(each -> row(each.getKey(), each.getValue()[0], each.getValue()[1], events))
                .toList();
        return new FigureTable(
                Differences.TABLE,
                "Counts that differ",
                rows.isEmpty()
                        ? "No count differs."
                        : Differences.written(rows.size(), "count differs", "counts differ"),
                COLUMNS,
                rows,
                List.of(Differences.WITHOUT_PROVIDERS));
    }

    private static List<Value> row(Cell cell, int from, int to, Events events) {
        var row = new ArrayList<Value>();
        row.add(Value.of(cell.dimension().name()));
        row.add(Value.of(cell.modality()));
        for (var step = 1; step <= STEPS; step++) {
            row.add(Value.orMissing(cell.step(step), Shorthand.NOT_APPLICABLE));
        }
        row.add(Value.of(from));
        row.add(Value.of(to));
        row.add(Value.of(to - from));
        row.add(Value.of(events.of(cell)));
        return row;
    }
}
