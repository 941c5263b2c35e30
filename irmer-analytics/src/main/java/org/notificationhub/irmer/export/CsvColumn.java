package org.notificationhub.irmer.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;

/**
 * A column of the CSV of a table.
 *
 * @param of the column of figures that it shows or whose marks it shows
 * @param status whether it shows the marks
 */
record CsvColumn(int place, Column of, boolean status) {

    /** What makes a spreadsheet take a cell for a formula; a carriage return, as it may split the cell in two. */
    private static final String FORMULA = "=+-@\t\r";

    /**
     * Numbers and dates always have a column of marks beside them, so that a year without a mark has the same columns as one
     * with; words have one only where a word of the table is marked.
     */
    static List<CsvColumn> of(FigureTable table) {
        var columns = new ArrayList<CsvColumn>();
        for (var place = 0; place < table.columns().size(); place++) {
            var column = table.columns().get(place);
            columns.add(new CsvColumn(place, column, false));
            if (column.kind().isNumber() || column.kind() == Column.Kind.DATE || Marks.inColumn(table, place)) {
                columns.add(new CsvColumn(place, column, true));
            }
        }
        return columns;
    }

    /** {@code per_million} for {@code perMillion}. */
    String name() {
        var name = of.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return status ? name + "_status" : name;
    }

    String cell(List<Value> row) {
        var value = row.get(place);
        return status ? written(value.mark(), Shorthand::mark) : written(value.content(), CsvColumn::content);
    }

    private static <T> String written(T what, Function<T, String> how) {
        return what == null ? "" : how.apply(what);
    }

    private static String content(Object content) {
        if (content instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return content instanceof String text ? harmless(text) : Objects.toString(content);
    }

    /** A leading apostrophe keeps a spreadsheet from calculating what came from outside. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
