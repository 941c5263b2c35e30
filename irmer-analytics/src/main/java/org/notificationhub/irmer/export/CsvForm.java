package org.notificationhub.irmer.export;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.notificationhub.irmer.figure.FigureTable;

/** A table as CSV (RFC 4180) in UTF-8: one row of names, one observation a row. */
final class CsvForm {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final ObjectWriter ROWS = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writerFor(String[].class)
            .with(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private CsvForm() {}

    /** @param byteOrderMark first, for spreadsheets that take a file without one for an older encoding */
    static byte[] write(FigureTable table, boolean byteOrderMark) {
        var columns = CsvColumn.of(table);
        var bytes = new ByteArrayOutputStream();
        try (var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            if (byteOrderMark) {
                text.write(BYTE_ORDER_MARK);
            }
            try (var rows = ROWS.writeValues(text)) {
                rows.write(cells(columns, CsvColumn::name));
                for (var row : table.rows()) {
                    rows.write(cells(columns, column -> column.cell(row)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String[] cells(List<CsvColumn> columns, Function<CsvColumn, String> cell) {
        return columns.stream().map(cell).toArray(String[]::new);
    }
}
