package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * Classifications as CSV with a header. No code and no id has a line feed in it, so a line is a row whatever its quotes say,
 * and one that is broken breaks no other.
 */
final class ClassificationCsv {

    static final String MEDIA_TYPE = "text/csv";

    private static final List<String> COLUMNS =
            List.of("id", "reference", "provider", "sub_modality", "tier1", "tier2", "tier3", "factors");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectReader ROW = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build()
            .readerFor(String[][].class);

    private final List<String> header;

    private ClassificationCsv(List<String> header) {
        this.header = header;
    }

    /** @param line null where there is none */
    static ClassificationCsv under(Lines.Line line) {
        var text = line == null ? "" : line.whole();
        var header = cells(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        var names = new HashSet<>(header);
        if (names.size() < header.size() || !COLUMNS.containsAll(names)) {
            throw refusal("COLUMNS", "Use each of these columns at most once: " + String.join(", ", COLUMNS));
        }
        if (!names.contains("id") && !names.containsAll(Set.of("reference", "provider"))) {
            throw refusal("COLUMNS", "Name the column id, or the columns reference and provider");
        }
        return new ClassificationCsv(header);
    }

    ClassificationLine read(String line) {
        var cells = cells(line);
        if (cells.size() != header.size()) {
            throw refusal("NUMBER_OF_CELLS", "Give %d cells, as the header has".formatted(header.size()));
        }
        return new ClassificationLine(
                cell("id", cells),
                cell("reference", cells),
                cell("provider", cells),
                cell("sub_modality", cells),
                cell("tier1", cells),
                cell("tier2", cells),
                cell("tier3", cells),
                factors(cell("factors", cells)));
    }

    /** Null where it is empty or has no column. */
    private String cell(String column, List<String> cells) {
        var place = header.indexOf(column);
        return place < 0 || cells.get(place).isEmpty() ? null : cells.get(place);
    }

    private static List<String> factors(String cell) {
        return cell == null
                ? null
                : Arrays.stream(cell.split(";"))
                        .map(String::strip)
                        .filter(factor -> !factor.isEmpty())
                        .toList();
    }

    private static List<String> cells(String line) {
        try {
            String[][] rows = ROW.readValue(line.stripTrailing());
            return rows.length == 0
                    ? List.of()
                    : Arrays.stream(rows[0])
                            .map(cell -> Objects.requireNonNullElse(cell, ""))
                            .toList();
        } catch (JsonProcessingException e) {
            throw refusal("NOT_CSV", "Use RFC 4180: a quote within quotes is written twice");
        }
    }

    private static Refusal refusal(String code, String detail) {
        return new Refusal(ProblemKind.VALIDATION, List.of(new Fault("", code, detail)));
    }
}
