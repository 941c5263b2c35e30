package org.notificationhub.lfpse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of the module: CSV, one row a line, with a line of headings. */
final class Table {

    private Table() {}

    record Row(Map<String, Integer> columns, List<String> cells) {

        String get(String column) {
            return cells.get(columns.get(column));
        }

        int number(String column) {
            return Integer.parseInt(get(column));
        }

        /** Of a cell with several values. */
        List<String> several(String column) {
            return get(column).isEmpty() ? List.of() : List.of(get(column).split("\\|"));
        }
    }

    static Stream<Row> read(String file) {
        var lines = lines(file);
        var headings = cells(lines.get(0));
        var columns =
                IntStream.range(0, headings.size()).boxed().collect(Collectors.toMap(headings::get, column -> column));
        return lines.stream().skip(1).map(line -> new Row(columns, cells(line)));
    }

    private static List<String> lines(String file) {
        try (var in = Table.class.getResourceAsStream("taxonomy/" + file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (letter == '"') {
                var doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
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
