package org.notificationhub.irmer.report;

import static org.notificationhub.irmer.classification.TermKind.FACTOR;
import static org.notificationhub.irmer.figure.Shorthand.NOT_APPLICABLE;
import static org.notificationhub.irmer.figure.Shorthand.NOT_AVAILABLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/** What contributed to the errors of a year, beside the year before: what recurs, and what an employer can do about it. */
final class FactorTable {

    private static final String CONFIRMED = "CONFIRMED";

    private static final List<Column> COLUMNS = List.of(
            Column.code("modality", "Modality code"),
            Column.label("modalityLabel", "Modality"),
            Column.code("factor", "Factor code"),
            Column.label("factorLabel", "Contributory factor"),
            Column.count("count", "Notifications that name it"),
            Column.percent("percent", "Share of notifications"),
            Column.count("confirmed", "Confirmed at review"),
            Column.count("stated", "Stated by the notifier only"),
            Column.count("countBefore", "The year before"),
            Column.percent("percentBefore", "Share the year before"),
            Column.count("change", "Change in notifications"),
            Column.rate("changeInShare", "Change in share", "percentage points"),
            Column.text("practicalAction", "What an employer can do"));

    private record Part(String code, String label, String action, int count, int confirmed, int before) {}

    private record Wholes(int now, int before) {}

    private FactorTable() {}

    static FigureTable of(AnnualTables tables) {
        var rows = new ArrayList<List<Value>>();
        for (var scope : Scope.allAndModalities(tables.counts())) {
            var wholes = wholes(tables, scope);
            parts(tables, scope).forEach(part -> rows.add(row(scope, part, wholes)));
            var none = noneNamed(tables, scope);
            if (none.count() > 0) {
                rows.add(row(scope, none, wholes));
            }
        }
        return new FigureTable(
                "factors",
                "What contributed, %s".formatted(tables.year()),
                finding(tables),
                COLUMNS,
                rows,
                Notes.of(
                                Rounding.NEAREST,
                                "A notification may name several factors and counts with each, so shares do not add up to"
                                        + " 100.",
                                "A factor is confirmed where a review found it; where nobody has reviewed the notification it"
                                        + " is as the notifier stated it.",
                                "The change in share is the difference of the unrounded shares, rounded to whole percentage"
                                        + " points, a half away from zero.")
                        .provisional(tables.report(), true)
                        .all());
    }

    private static Wholes wholes(AnnualTables tables, Scope scope) {
        return new Wholes(tables.counts().counted(scope), tables.before().counted(scope));
    }

    /** Those of this year and of the year before, the commonest first. */
    private static List<Part> parts(AnnualTables tables, Scope scope) {
        var now = tables.counts().byStep(Dimension.FACTOR, scope);
        var before = tables.before().byStep(Dimension.FACTOR, scope);
        var codes = new TreeSet<>(now.keySet());
        codes.addAll(before.keySet());
        return codes.stream()
                .map(code -> new Part(
                        code,
                        tables.words().label(FACTOR, tables.year(), scope.code(), List.of(code)),
                        practicalAction(tables, scope, code),
                        now.getOrDefault(code, 0),
                        tables.counts().sum(Dimension.FACTOR, scope, cell -> isConfirmed(cell, code)),
                        before.getOrDefault(code, 0)))
                .sorted(Comparator.comparingInt(Part::count).reversed())
                .toList();
    }

    private static Part noneNamed(AnnualTables tables, Scope scope) {
        return new Part(
                Cell.NOT_KNOWN,
                "None named",
                null,
                tables.counts().unknown(Dimension.FACTOR, scope),
                0,
                tables.before().unknown(Dimension.FACTOR, scope));
    }

    private static String practicalAction(AnnualTables tables, Scope scope, String factor) {
        return tables.words()
                .find(FACTOR, tables.year(), scope.code(), List.of(factor))
                .map(Words.Word::practicalAction)
                .orElse(null);
    }

    private static boolean isConfirmed(Cell cell, String factor) {
        return factor.equals(cell.step(1)) && CONFIRMED.equals(cell.step(2));
    }

    private static List<Value> row(Scope scope, Part part, Wholes wholes) {
        var named = !part.code().equals(Cell.NOT_KNOWN);
        var hasBefore = wholes.before() > 0;
        var row = new ArrayList<>(scope.values());
        row.add(Value.of(part.code()));
        row.add(Value.of(part.label()));
        row.add(Value.of(part.count()));
        row.add(Value.orMissing(Rounding.percent(part.count(), wholes.now()), NOT_APPLICABLE));
        row.add(Value.orMissing(named ? part.confirmed() : null, NOT_APPLICABLE));
        row.add(Value.orMissing(named ? part.count() - part.confirmed() : null, NOT_APPLICABLE));
        row.add(Value.orMissing(hasBefore ? part.before() : null, NOT_AVAILABLE));
        row.add(Value.orMissing(Rounding.percent(part.before(), wholes.before()), NOT_AVAILABLE));
        row.add(Value.orMissing(hasBefore ? part.count() - part.before() : null, NOT_AVAILABLE));
        row.add(Value.orMissing(
                Rounding.points(part.count(), wholes.now(), part.before(), wholes.before()), NOT_AVAILABLE));
        row.add(Value.orMissing(part.action(), named ? NOT_AVAILABLE : NOT_APPLICABLE));
        return row;
    }

    private static String finding(AnnualTables tables) {
        var wholes = wholes(tables, Scope.ALL);
        return parts(tables, Scope.ALL).stream()
                .filter(part -> part.count() > 0)
                .findFirst()
                .map(most -> "%s was named most, in %s%s."
                        .formatted(
                                most.label(),
                                ReportTexts.shareOfNotifications(most.count(), wholes.now()),
                                wholes.before() == 0
                                        ? ""
                                        : ", after %d%% (%,d of %,d) the year before"
                                                .formatted(
                                                        Rounding.percent(most.before(), wholes.before()),
                                                        most.before(),
                                                        wholes.before())))
                .orElseGet(() -> "No contributory factor is named in %s.".formatted(tables.year()));
    }
}
