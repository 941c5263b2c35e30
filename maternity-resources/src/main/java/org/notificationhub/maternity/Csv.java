package org.notificationhub.maternity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.List;
import java.util.stream.Stream;

/** Rows as RFC 4180 has them, with CRLF and one header row. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
public final class Csv {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");
    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    public static String of(List<String> header, Stream<List<String>> rows) {
        try {
            return CSV.writer(LINES)
                    .writeValueAsString(Stream.concat(Stream.of(header), rows)
                            .map(row -> row.stream().map(Csv::harmless).toArray(String[]::new))
                            .toArray(String[][]::new));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
