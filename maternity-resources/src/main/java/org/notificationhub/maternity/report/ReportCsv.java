package org.notificationhub.maternity.report;

import java.util.List;
import java.util.Map;
import org.notificationhub.maternity.Csv;

/** The reports as CSV (RFC 4180): one header row, CRLF, ISO dates, and nothing a spreadsheet would take for a formula. */
public final class ReportCsv {

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
        return Csv.of(
                columns, rows.stream().map(row -> columns.stream().map(row::get).toList()));
    }
}
