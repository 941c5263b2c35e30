package org.notificationhub.irmer.report;

import static org.notificationhub.irmer.figure.Shorthand.NOT_APPLICABLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.notificationhub.irmer.classification.TermKind;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/** A modality's notifications by sub-modality. */
final class SubModalityTable {

    private static final List<Column> COLUMNS = List.of(
            Column.code("modality", "Modality code"),
            Column.label("modalityLabel", "Modality"),
            Column.code("subModality", "Sub-modality code"),
            Column.label("subModalityLabel", "Sub-modality"),
            Column.count("count", "Notifications"),
            Column.percent("percent", "Share of the modality"));

    private record Part(String code, String label, int count) {

        boolean isKnown() {
            return !code.equals(Cell.NOT_KNOWN);
        }
    }

    private SubModalityTable() {}

    static FigureTable of(AnnualTables tables) {
        var scopes = Scope.modalities(tables.counts());
        var rows = new ArrayList<List<Value>>();
        for (var scope : scopes) {
            rows.addAll(rows(scope, parts(tables, scope)));
        }
        return new FigureTable(
                "sub-modalities",
                "Notifications by sub-modality, %s".formatted(tables.year()),
                finding(tables, scopes),
                COLUMNS,
                rows,
                Notes.of(
                                Rounding.NEAREST,
                                Rounding.TO_100,
                                "A sub-modality is as the review found it, or before that as it was notified; where neither"
                                        + " names one it is not known.")
                        .provisional(tables.report(), true)
                        .all());
    }

    private static List<List<Value>> rows(Scope scope, List<Part> parts) {
        var percents = percents(scope, parts);
        var rows = new ArrayList<List<Value>>();
        for (var index = 0; index < parts.size(); index++) {
            var part = parts.get(index);
            var row = new ArrayList<>(scope.values());
            row.add(Value.of(part.code()));
            row.add(Value.of(part.label()));
            row.add(Value.of(part.count()));
            row.add(Value.orMissing(percents.get(index), NOT_APPLICABLE));
            rows.add(row);
        }
        return rows;
    }

    private static List<Integer> percents(Scope scope, List<Part> parts) {
        var counts = parts.stream().map(Part::count).toList();
        if (scope.equals(Scope.of(Modality.RADIOTHERAPY))) {
            return Rounding.percentsTo100(counts);
        }
        var whole = counts.stream().mapToInt(Integer::intValue).sum();
        return counts.stream().map(count -> Rounding.percent(count, whole)).toList();
    }

    /** The commonest first, what is not known last. */
    private static List<Part> parts(AnnualTables tables, Scope scope) {
        var parts = new ArrayList<Part>();
        tables.counts()
                .byStep(Dimension.SUB_MODALITY, scope)
                .forEach((code, count) -> parts.add(new Part(
                        code,
                        tables.words().label(TermKind.SUB_MODALITY, tables.year(), scope.code(), List.of(code)),
                        count)));
        parts.sort(Comparator.comparingInt(Part::count).reversed());
        var unknown = tables.counts().unknown(Dimension.SUB_MODALITY, scope);
        if (unknown > 0) {
            parts.add(new Part(Cell.NOT_KNOWN, "Not known", unknown));
        }
        return parts;
    }

    private static String finding(AnnualTables tables, List<Scope> scopes) {
        var sentences = scopes.stream()
                .map(scope -> finding(tables, scope))
                .filter(Objects::nonNull)
                .toList();
        return sentences.isEmpty()
                ? "No sub-modality is known in %s.".formatted(tables.year())
                : String.join(" ", sentences);
    }

    private static String finding(AnnualTables tables, Scope scope) {
        var parts = parts(tables, scope);
        var percents = percents(scope, parts);
        var largest = parts.stream().filter(Part::isKnown).findFirst().orElse(null);
        return largest == null
                ? null
                : "%s: %s was %d%% (%,d of %,d)."
                        .formatted(
                                scope.label(),
                                largest.label(),
                                percents.get(parts.indexOf(largest)),
                                largest.count(),
                                tables.counts().counted(scope));
    }
}
