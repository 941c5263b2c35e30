package org.notificationhub.irmer.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.Column.Kind;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.words.LondonTime;

/** A row of a table of figures, by the names of its columns. */
record FigureRow(List<Column> columns, List<Value> values) {

    static List<FigureRow> of(FigureTable table) {
        return table.rows().stream()
                .map(row -> new FigureRow(table.columns(), row))
                .toList();
    }

    /** Those about one modality, or about all of them. */
    static List<FigureRow> about(FigureTable table, String modality) {
        return of(table).stream()
                .filter(row -> modality.equals(row.code("modality")))
                .toList();
    }

    /** With a label of the page's own. */
    FigureRow with(String column, String label) {
        return new FigureRow(
                Stream.concat(columns.stream(), Stream.of(Column.label(column, column)))
                        .toList(),
                Stream.concat(values.stream(), Stream.of(Value.of(label))).toList());
    }

    /** Null where there is none. */
    String code(String column) {
        var content = value(column).content();
        return content == null ? null : content.toString();
    }

    boolean isNumber(String column) {
        return columns.get(place(column)).kind().isNumber();
    }

    boolean hasNumber(String column) {
        return isNumber(column) && value(column).content() != null;
    }

    /** Null where it is missing or withheld. */
    BigDecimal number(String column) {
        var content = value(column).content();
        return content == null ? null : new BigDecimal(content.toString());
    }

    /** As people read it, with its mark. */
    String text(String column) {
        var value = value(column);
        if (value.content() == null) {
            return value.mark().mark();
        }
        var written = written(columns.get(place(column)), value.content());
        return value.mark() == null ? written : written + " " + value.mark().mark();
    }

    /** What its mark means; null where it has none. */
    String meaning(String column) {
        var mark = value(column).mark();
        return mark == null ? null : mark.meaning();
    }

    /** {@code 447 (55%)}, or what its mark means where it is missing. */
    String inChart(String first, String second) {
        if (!hasNumber(first)) {
            return inChart(first);
        }
        return hasNumber(second) ? "%s (%s)".formatted(text(first), text(second)) : text(first);
    }

    /** {@code 447}, or {@code [x] not available}. */
    String inChart(String column) {
        return hasNumber(column) ? text(column) : "%s %s".formatted(text(column), meaning(column));
    }

    private static String written(Column column, Object content) {
        if (content instanceof LocalDate day) {
            return LondonTime.of(day);
        }
        if (content instanceof BigDecimal exact) {
            return "%,.1f".formatted(exact);
        }
        if (content instanceof Number whole) {
            return (column.kind() == Kind.PERCENT ? "%,d%%" : "%,d").formatted(whole.longValue());
        }
        return content.toString();
    }

    private Value value(String column) {
        return values.get(place(column));
    }

    private int place(String column) {
        return IntStream.range(0, columns.size())
                .filter(index -> columns.get(index).name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no column " + column));
    }
}
