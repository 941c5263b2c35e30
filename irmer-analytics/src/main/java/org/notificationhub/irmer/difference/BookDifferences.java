package org.notificationhub.irmer.difference;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.irmer.provider.ProviderFigures;

/** The places of two books' tables that differ. A row is known by its codes and labels, a table and a column by its name. */
final class BookDifferences {

    private static final List<Column> COLUMNS = List.of(
            Column.code("table", "Table"),
            Column.label("row", "Row"),
            Column.code("column", "Column"),
            Column.rate("from", "At first", "as the column says"),
            Column.rate("to", "At last", "as the column says"),
            Column.rate("difference", "Difference", "as the column says"));

    private BookDifferences() {}

    static FigureTable of(FigureBook before, FigureBook after) {
        var was = places(before);
        var is = places(after);
        var places = new LinkedHashSet<>(was.keySet());
        places.addAll(is.keySet());
        var rows = places.stream()
                .filter(place -> !Objects.equals(was.get(place), is.get(place)))
                .map(place -> row(place, was.get(place), is.get(place)))
                .toList();
        return new FigureTable(
                Differences.TABLE,
                "Figures that differ",
                rows.isEmpty()
                        ? "No figure differs."
                        : Differences.written(rows.size(), "figure differs", "figures differ"),
                COLUMNS,
                rows,
                List.of(
                        Differences.WITHOUT_PROVIDERS,
                        "A snapshot's figures are taken as they were frozen. What one side does not have is [x]."));
    }

    private static List<Value> row(Place place, Value was, Value is) {
        var from = Objects.requireNonNullElse(was, Value.missing(Shorthand.NOT_AVAILABLE));
        var to = Objects.requireNonNullElse(is, Value.missing(Shorthand.NOT_AVAILABLE));
        return List.of(
                Value.of(place.table),
                Value.of(place.row),
                Value.of(place.column),
                from,
                to,
                Value.orMissing(difference(from.content(), to.content()), Shorthand.NOT_APPLICABLE));
    }

    private static BigDecimal difference(Object from, Object to) {
        return from instanceof Number && to instanceof Number
                ? new BigDecimal(to.toString()).subtract(new BigDecimal(from.toString()))
                : null;
    }

    private static Map<Place, Value> places(FigureBook book) {
        var places = new LinkedHashMap<Place, Value>();
        for (var table : book.tables()) {
            if (!table.name().equals(ProviderFigures.TABLE)) {
                table.rows().forEach(row -> addNumbers(table, row, places));
            }
        }
        return places;
    }

    private static void addNumbers(FigureTable table, List<Value> row, Map<Place, Value> places) {
        var name = columns(table, false)
                .mapToObj(row::get)
                .map(value -> value.content() == null
                        ? value.mark().mark()
                        : value.content().toString())
                .collect(Collectors.joining(" / "));
        columns(table, true)
                .forEach(column -> places.put(
                        new Place(
                                table.name(), name, table.columns().get(column).name()),
                        row.get(column)));
    }

    /** Those that hold numbers, or those by which a row is known. */
    private static IntStream columns(FigureTable table, boolean numbers) {
        return IntStream.range(0, table.columns().size()).filter(column -> {
            var kind = table.columns().get(column).kind();
            return numbers ? kind.isNumber() : kind == Column.Kind.CODE || kind == Column.Kind.LABEL;
        });
    }

    private record Place(String table, String row, String column) {}
}
