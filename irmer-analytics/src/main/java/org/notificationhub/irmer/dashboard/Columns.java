package org.notificationhub.irmer.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.notificationhub.irmer.dashboard.TableView.Cell;
import org.notificationhub.irmer.dashboard.TableView.Header;

/** Chooses what of a table of figures a page shows. Codes are for programs, and are left to the files. */
final class Columns {

    private record Chosen(String name, String label, Function<FigureRow, String> href) {}

    private final List<Chosen> chosen = new ArrayList<>();
    private ToIntFunction<FigureRow> depth = row -> 0;

    Columns with(String name, String label) {
        return linked(name, label, row -> null);
    }

    /** @param href the events behind the number in a row; null where none are shown */
    Columns linked(String name, String label, Function<FigureRow, String> href) {
        chosen.add(new Chosen(name, label, href));
        return this;
    }

    Columns inTree(ToIntFunction<FigureRow> depth) {
        this.depth = depth;
        return this;
    }

    TableView of(String caption, List<FigureRow> rows) {
        return new TableView(
                caption,
                chosen.stream()
                        .map(each -> new Header(each.label(), isNumber(each, rows)))
                        .toList(),
                rows.stream()
                        .map(row -> new TableView.Row(depth.applyAsInt(row), cells(row)))
                        .toList());
    }

    private List<Cell> cells(FigureRow row) {
        return chosen.stream()
                .map(each -> new Cell(
                        each.label(),
                        row.text(each.name()),
                        row.isNumber(each.name()),
                        row.hasNumber(each.name()) && row.number(each.name()).signum() > 0
                                ? each.href().apply(row)
                                : null,
                        row.meaning(each.name())))
                .toList();
    }

    private static boolean isNumber(Chosen column, List<FigureRow> rows) {
        return !rows.isEmpty() && rows.get(0).isNumber(column.name());
    }
}
