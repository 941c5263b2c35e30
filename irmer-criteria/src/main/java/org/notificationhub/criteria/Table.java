package org.notificationhub.criteria;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A table of the module: CSV, one row a line, with a line of headings. */
final class Table {

    private Table() {}

    static List<String> shipped(String file) {
        try (var in = Table.class.getResourceAsStream(file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row, or every flaw with the number of its line. */
    static <T> List<T> read(List<String> lines, Function<Row, T> reader) {
        var headings = cells(lines.get(0));
        var rows = new ArrayList<T>();
        var flaws = new ArrayList<String>();
        for (var line = 1; line < lines.size(); line++) {
            try {
                rows.add(reader.apply(row(headings, cells(lines.get(line)))));
            } catch (IllegalArgumentException e) {
                flaws.add("line " + (line + 1) + ": " + e.getMessage());
            }
        }
        if (!flaws.isEmpty()) {
            throw new CriteriaUnusable(flaws);
        }
        return List.copyOf(rows);
    }

    private static Row row(List<String> headings, List<String> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException("it has not as many cells as there are headings");
        }
        Map<String, String> byHeading = new HashMap<>();
        for (var column = 0; column < cells.size(); column++) {
            byHeading.put(headings.get(column), cells.get(column));
        }
        return new Row(byHeading);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
