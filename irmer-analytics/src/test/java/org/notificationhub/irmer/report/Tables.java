package org.notificationhub.irmer.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/** A year's tables with few words, and tables as a test compares them. */
final class Tables {

    static final Instant LONG_AFTER = Instant.parse("2026-11-23T09:00:00Z");

    private Tables() {}

    static AnnualTables of(CountsOf counts, CountsOf before, Instant asOf, Activity... activities) {
        return new AnnualTables(counts.added(), before.added(), List.of(activities), words(), meanings(), asOf);
    }

    static AnnualTables of(CountsOf counts) {
        return of(counts, CountsOf.year(1900), LONG_AFTER);
    }

    /** The rows, each with the columns asked for: {@code RADIOTHERAPY BRACHYTHERAPY 6 3}. */
    static List<String> rows(FigureTable table, String... columns) {
        var wanted = Arrays.stream(columns)
                .map(name -> IntStream.range(0, table.columns().size())
                        .filter(index -> table.columns().get(index).name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        return table.rows().stream()
                .map(row ->
                        wanted.stream().map(index -> written(row.get(index))).collect(Collectors.joining(" ")))
                .toList();
    }

    private static String written(Value value) {
        var mark = value.mark() == null ? "" : value.mark().mark();
        return value.content() == null ? mark : value.content() + mark;
    }

    private static Words words() {
        return (kind, year, modality, path) -> path.equals(List.of("IDENTITY_CHECK_MISSED"))
                ? Optional.of(new Words.Word("Identity check missed", "Ask for three identifiers."))
                : Optional.empty();
    }

    private static CodeMeanings meanings() {
        return new CodeMeanings() {
            @Override
            public Optional<Meaning> of(ReportingYear year, String code) {
                return code.equals("1")
                        ? Optional.of(new Meaning("SAUE_2023", "An accidental exposure.", null))
                        : Optional.empty();
            }

            @Override
            public Optional<String> ofComplementary(String code) {
                return code.equals("EQUIPMENT") ? Optional.of("Equipment failed.") : Optional.empty();
            }
        };
    }
}
