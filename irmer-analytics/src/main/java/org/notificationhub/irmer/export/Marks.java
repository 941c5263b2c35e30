package org.notificationhub.irmer.export;

import java.util.List;
import java.util.Objects;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;

/** The shorthand marks that are used, for what explains them. */
final class Marks {

    private Marks() {}

    /** Each once, in the order of {@link Shorthand}. */
    static List<Shorthand> in(FigureBook book) {
        return book.tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .map(Value::mark)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    static boolean inColumn(FigureTable table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column).mark() != null);
    }
}
