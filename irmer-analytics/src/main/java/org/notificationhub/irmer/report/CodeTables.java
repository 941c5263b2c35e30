package org.notificationhub.irmer.report;

import static org.notificationhub.irmer.figure.Shorthand.NOT_APPLICABLE;
import static org.notificationhub.irmer.figure.Shorthand.NOT_AVAILABLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.irmer.report.CodeMeanings.Meaning;

/** A year's notifications by the codes of CQC's criteria. */
final class CodeTables {

    private static final List<Column> CODES = List.of(
            Column.code("modality", "Modality code"),
            Column.label("modalityLabel", "Modality"),
            Column.code("code", "Notification code"),
            Column.code("edition", "Edition of the criteria"),
            Column.label("criterion", "What it says"),
            Column.text("unsettled", "What is not known of its text"),
            Column.count("count", "Notifications"),
            Column.percent("percent", "Share of notifications"));

    private static final List<Column> COMPLEMENTARY_CODES = List.of(
            Column.code("modality", "Modality code"),
            Column.label("modalityLabel", "Modality"),
            Column.code("code", "Complementary code"),
            Column.label("meaning", "What it says"),
            Column.count("count", "Notifications"),
            Column.percent("percent", "Share of notifications"));

    private CodeTables() {}

    static FigureTable codes(AnnualTables tables) {
        var rows = new ArrayList<List<Value>>();
        for (var scope : Scope.allAndModalities(tables.counts())) {
            var whole = tables.counts().counted(scope);
            tables.counts()
                    .byStep(Dimension.CODE, scope)
                    .forEach((code, count) -> rows.add(code(tables, scope, code, count, whole)));
            var without = tables.counts().unknown(Dimension.CODE, scope);
            if (without > 0) {
                rows.add(withoutCode(scope, without, whole));
            }
        }
        return new FigureTable(
                "codes",
                "Notifications by notification code, %s".formatted(tables.year()),
                finding(tables, Dimension.CODE, "Code %s was the commonest, given by %s."),
                CODES,
                rows,
                Notes.of(
                                Rounding.NEAREST,
                                "The code is the sender's. It is explained by the newest edition of the criteria that was in"
                                        + " force in the year; the year may have begun under an earlier one.")
                        .provisional(tables.report(), false)
                        .all());
    }

    private static List<Value> code(AnnualTables tables, Scope scope, String code, int count, int whole) {
        var meaning = tables.meanings().of(tables.year(), code);
        var row = new ArrayList<>(scope.values());
        row.add(Value.of(code));
        row.add(Value.orMissing(meaning.map(Meaning::edition).orElse(null), NOT_AVAILABLE));
        row.add(Value.orMissing(meaning.map(Meaning::sentence).orElse(null), NOT_AVAILABLE));
        row.add(Value.orMissing(
                meaning.map(Meaning::unsettled).orElse(null), meaning.isEmpty() ? NOT_AVAILABLE : NOT_APPLICABLE));
        row.add(Value.of(count));
        row.add(Value.of(Rounding.percent(count, whole)));
        return row;
    }

    private static List<Value> withoutCode(Scope scope, int count, int whole) {
        var row = new ArrayList<>(scope.values());
        row.add(Value.of(Cell.NOT_KNOWN));
        row.add(Value.missing(NOT_APPLICABLE));
        row.add(Value.of("No code was given"));
        row.add(Value.missing(NOT_APPLICABLE));
        row.add(Value.of(count));
        row.add(Value.of(Rounding.percent(count, whole)));
        return row;
    }

    static FigureTable complementaryCodes(AnnualTables tables) {
        var rows = new ArrayList<List<Value>>();
        for (var scope : Scope.allAndModalities(tables.counts())) {
            var whole = tables.counts().counted(scope);
            tables.counts().byStep(Dimension.COMPLEMENTARY_CODE, scope).forEach((code, count) -> {
                var row = new ArrayList<>(scope.values());
                row.add(Value.of(code));
                row.add(Value.orMissing(tables.meanings().ofComplementary(code).orElse(null), NOT_AVAILABLE));
                row.add(Value.of(count));
                row.add(Value.orMissing(Rounding.percent(count, whole), NOT_APPLICABLE));
                rows.add(row);
            });
        }
        return new FigureTable(
                "complementary-codes",
                "Notifications by complementary code, %s".formatted(tables.year()),
                finding(tables, Dimension.COMPLEMENTARY_CODE, "%s was the commonest complementary code, given by %s."),
                COMPLEMENTARY_CODES,
                rows,
                Notes.of(
                                Rounding.NEAREST,
                                "A notification may give several of these codes, or none, and counts with each.")
                        .provisional(tables.report(), false)
                        .all());
    }

    private static String finding(AnnualTables tables, Dimension dimension, String sentence) {
        SortedMap<String, Integer> byCode = tables.counts().byStep(dimension, Scope.ALL);
        var whole = tables.counts().counted(Scope.ALL);
        return byCode.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(most ->
                        sentence.formatted(most.getKey(), ReportTexts.shareOfNotifications(most.getValue(), whole)))
                .orElseGet(() -> "No code was given in %s.".formatted(tables.year()));
    }
}
