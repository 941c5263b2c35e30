package org.notificationhub.irmer.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.notificationhub.irmer.figure.Value;

/**
 * A worksheet: lines in its first column, a title the first of them, and then at most one table.
 *
 * @param table null where there are only lines
 */
record Sheet(String name, List<String> lines, Grid table) {

    static final String ONE_TABLE = "This worksheet contains one table.";

    /** The cells of the table with its header: {@code Table_1.A5:Table_1.G12}, in the same digits in every country. */
    String address() {
        var first = lines.size() + 1;
        var last = first + table.rows().size();
        return name + ".A" + first + ":" + name + "." + letters(table.header().size()) + last;
    }

    /** The name of a column: 26 is Z, 27 is AA. */
    private static String letters(int column) {
        return column == 0 ? "" : letters((column - 1) / 26) + (char) ('A' + (column - 1) % 26);
    }

    /**
     * @param name of the range of cells that is the table
     * @param header unique names
     * @param decimals as many for each column as its most exact number has, so that they stand under each other
     */
    record Grid(String name, List<Heading> header, List<List<Value>> rows, List<Integer> decimals) {

        Grid(String name, List<Heading> header, List<List<Value>> rows) {
            this(name, header, rows, decimals(header.size(), rows));
        }

        Grid {
            if (header.stream().map(Heading::text).distinct().count() < header.size()) {
                throw new IllegalArgumentException("Two columns of %s have the same heading".formatted(name));
            }
        }

        /** Those that its numbers and dates are shown in. */
        Set<OdsFormat> formats() {
            return rows.stream()
                    .flatMap(row -> IntStream.range(0, row.size()).mapToObj(column -> format(row.get(column), column)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        /** Null for text and for what is missing. */
        OdsFormat format(Value value, int column) {
            return OdsFormat.of(value, decimals.get(column));
        }

        private static List<Integer> decimals(int width, List<List<Value>> rows) {
            return IntStream.range(0, width)
                    .mapToObj(column -> rows.stream()
                            .map(row -> row.get(column).content())
                            .mapToInt(Grid::decimals)
                            .max()
                            .orElse(0))
                    .toList();
        }

        private static int decimals(Object content) {
            return content instanceof BigDecimal number ? Math.max(0, number.scale()) : 0;
        }
    }

    /** @param leads whether its cells name worksheets and lead there */
    record Heading(String text, Width width, boolean leads) {

        Heading(String text, Width width) {
            this(text, width, false);
        }
    }

    enum Width {
        NUMBER("5cm"),
        CODE("7cm"),
        /** Of a code that stands first, for the lines above the table stand in its column. */
        FIRST("10cm"),
        WORDS("14cm");

        private final String width;

        Width(String width) {
            this.width = width;
        }

        String measure() {
            return width;
        }
    }
}
