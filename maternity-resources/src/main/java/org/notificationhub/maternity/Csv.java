package org.notificationhub.maternity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as RFC 4180 has them. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    public static String of(Stream<List<String>> rows) {
        return rows.map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
