package org.notificationhub.maternity.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reports as CSV (RFC 4180): one header row, CRLF, ISO dates, and nothing a spreadsheet would take for a formula. */
public final class ReportCsv {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private ReportCsv() {}

    public static String reviews(List<DueReview> reviews) {
        return written(
                List.of("kind", "resource", "place", "title", "due"),
                reviews.stream()
                        .map(each -> Map.of(
                                "kind", each.kind().name(),
                                "resource", each.resource(),
                                "place", each.place(),
                                "title", each.title(),
                                "due", each.due().toString()))
                        .toList());
    }

    public static String references(List<BrokenReference> references) {
        return written(
                List.of("trouble", "reference", "title", "todo", "cited_by"),
                references.stream()
                        .map(each -> Map.of(
                                "trouble", each.trouble().name(),
                                "reference", each.reference(),
                                "title", each.title(),
                                "todo", each.todo(),
                                "cited_by", String.join(" ", each.citedBy())))
                        .toList());
    }

    private static String written(List<String> columns, List<Map<String, String>> rows) {
        var schema = CsvSchema.builder()
                .addColumns(columns, CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .setLineSeparator("\r\n")
                .build();
        try {
            return CSV.writer(schema)
                    .writeValueAsString(rows.stream().map(ReportCsv::harmless).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> harmless(Map<String, String> row) {
        return row.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        cell -> cell.getValue().matches("(?s)[=+@\\t-].*") ? "'" + cell.getValue() : cell.getValue()));
    }
}
