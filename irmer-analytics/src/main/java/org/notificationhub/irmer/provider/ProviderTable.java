package org.notificationhub.irmer.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.irmer.provider.FunnelLimits.Beyond;

/** Counts and rates by provider, with what is unusual marked and small numbers withheld. */
final class ProviderTable {

    static final String NAME = "providers";
    static final String ENGLAND = "ENGLAND";

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final List<Column> COLUMNS = List.of(
            Column.code("provider", "Provider"),
            Column.code("modality", "Modality"),
            Column.count("count", "Notifications"),
            new Column("activity", "Activity", Column.Kind.COUNT, "as activityUnit says"),
            Column.text("activityUnit", "Unit of activity"),
            Column.code("activityBound", "How the activity is to be read"),
            Column.rate("perMillion", "Rate", "notifications in a million of activity"),
            Column.rate("expected", "Expected notifications", "notifications"),
            Column.count("lower95", "Lower 95% limit"),
            Column.count("upper95", "Upper 95% limit"),
            Column.count("lower998", "Lower 99.8% limit"),
            Column.count("upper998", "Upper 99.8% limit"),
            Column.code("mark", "Mark"),
            Column.code("beyond", "Limits it is beyond"));

    private final ProviderCounts counts;
    private final Suppression suppression;
    private final int threshold;
    private final List<List<Value>> rows = new ArrayList<>();
    private final Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
    private int unusualZeros;
    private int withheldMarks;

    private ProviderTable(ProviderCounts counts, int threshold) {
        this.counts = counts;
        this.threshold = threshold;
        this.suppression = counts.suppression(threshold);
    }

    /**
     * @param modality the one that is asked for, or null for all. What is withheld does not depend on it.
     * @param threshold the smallest count above zero that is shown
     */
    static FigureTable of(ProviderCounts counts, String modality, int threshold) {
        var table = new ProviderTable(counts, threshold);
        var columns = modality == null ? counts.columns() : List.of(modality);
        columns.forEach(table::addColumn);
        if (modality == null) {
            table.addColumn(Suppression.ALL);
        }
        return new FigureTable(
                NAME, "Notifications by provider", table.finding(), COLUMNS, table.rows, table.notes(columns));
    }

    private void addColumn(String column) {
        rows.add(england(column));
        for (var provider : counts.providers()) {
            if (isShown(provider, column)) {
                rows.add(row(provider, column));
            }
        }
    }

    /** Who neither notified nor did anything of the kind has no row, unless its zero is withheld. */
    private boolean isShown(String provider, String column) {
        return column.equals(Suppression.ALL)
                || counts.activity(provider, column) != null
                || counts.count(provider, column) > 0
                || suppression.withholds(provider, column);
    }

    private List<Value> england(String column) {
        var count = counts.england(column);
        var activity = counts.activity(column);
        var row = new ArrayList<Value>();
        row.add(Value.of(ENGLAND));
        row.add(Value.of(column));
        row.add(Value.of(count));
        row.add(Value.orMissing(activity, Shorthand.NOT_AVAILABLE));
        row.add(unit(column));
        row.add(Value.missing(Shorthand.NOT_APPLICABLE));
        row.add(activity == null ? Value.missing(Shorthand.NOT_AVAILABLE) : Value.of(perMillion(count, activity)));
        addMissing(row, 7, Shorthand.NOT_APPLICABLE);
        return row;
    }

    private Value unit(String column) {
        return counts.activity(column) == null
                ? Value.missing(Shorthand.NOT_AVAILABLE)
                : counts.providers().stream()
                        .map(provider -> counts.activity(provider, column))
                        .filter(activity -> activity != null)
                        .map(activity -> Value.of(activity.unit()))
                        .findFirst()
                        .orElseThrow();
    }

    private List<Value> row(String provider, String column) {
        var withheld = suppression.withholds(provider, column);
        var count = counts.count(provider, column);
        var activity = counts.activity(provider, column);
        var row = new ArrayList<Value>();
        row.add(Value.of(provider));
        row.add(Value.of(column));
        row.add(withheld ? Value.missing(Shorthand.CONFIDENTIAL) : Value.of(count));
        if (column.equals(Suppression.ALL)) {
            addMissing(row, 11, Shorthand.NOT_APPLICABLE);
            return row;
        }
        addActivity(row, activity);
        row.add(rate(withheld, count, activity));
        addExpected(row, provider, column, withheld);
        return row;
    }

    private static void addActivity(List<Value> row, Activity activity) {
        if (activity == null) {
            addMissing(row, 3, Shorthand.NOT_AVAILABLE);
            return;
        }
        row.add(Value.of(activity.amount()));
        row.add(Value.of(activity.unit()));
        row.add(Value.of(activity.bound().name()));
    }

    private static Value rate(boolean withheld, int count, Activity activity) {
        if (activity == null || activity.amount() == 0) {
            return Value.missing(Shorthand.NOT_AVAILABLE);
        }
        return withheld ? Value.missing(Shorthand.CONFIDENTIAL) : Value.of(perMillion(count, activity.amount()));
    }

    /** What is expected follows from the figures of England and the provider's activity, and so gives no count away. */
    private void addExpected(List<Value> row, String provider, String column, boolean withheld) {
        var expected = expected(provider, column);
        if (expected == 0) {
            addMissing(row, 5, Shorthand.NOT_AVAILABLE);
            row.add(Value.of(Mark.NO_ACTIVITY.name()));
            row.add(Value.missing(Shorthand.NOT_APPLICABLE));
            return;
        }
        var limits = FunnelLimits.around(expected);
        row.add(Value.of(BigDecimal.valueOf(expected).setScale(1, RoundingMode.HALF_UP)));
        row.add(Value.of(limits.lower95()));
        row.add(Value.of(limits.upper95()));
        row.add(Value.of(limits.lower998()));
        row.add(Value.of(limits.upper998()));
        var seen = withheld ? ofAnySmall(provider, column, limits) : counts.count(provider, column);
        if (seen < 0) {
            withheldMarks++;
            addMissing(row, 2, Shorthand.CONFIDENTIAL);
            return;
        }
        add(row, limits.mark(seen), limits.beyond(seen));
    }

    private void add(List<Value> row, Mark mark, Beyond beyond) {
        row.add(Value.of(mark.name()));
        row.add(Value.of(beyond.name()));
        marks.merge(mark, 1, Integer::sum);
        unusualZeros += mark == Mark.ZERO && beyond != Beyond.NEITHER ? 1 : 0;
    }

    /** Some small count where all of them have the same mark, which then may be said; otherwise less than zero. */
    private int ofAnySmall(String provider, String column, FunnelLimits limits) {
        var same = IntStream.range(1, threshold)
                        .mapToObj(count -> limits.mark(count) + "/" + limits.beyond(count))
                        .distinct()
                        .count()
                == 1;
        return same && suppression.isKnownToBeSmall(provider, column) ? 1 : -1;
    }

    /** Zero where nothing can be. */
    private double expected(String provider, String column) {
        var all = counts.activity(column);
        var own = counts.activity(provider, column);
        return all == null || own == null ? 0 : (double) counts.england(column) * own.amount() / all;
    }

    private static BigDecimal perMillion(long count, long activity) {
        return MILLION.multiply(BigDecimal.valueOf(count))
                .divide(BigDecimal.valueOf(activity), 1, RoundingMode.HALF_UP);
    }

    private static void addMissing(List<Value> row, int values, Shorthand why) {
        for (var value = 0; value < values; value++) {
            row.add(Value.missing(why));
        }
    }

    private String finding() {
        var expected = marks.values().stream().mapToInt(Integer::intValue).sum() + withheldMarks;
        if (expected == 0) {
            return "No activity by provider is known, so nobody can be said to have notified unusually little.";
        }
        var finding = ("Of %d counts that something was expected of, %d are zero, which is unusual for %d of them;"
                        + " %d more are unusually low and %d unusually high")
                .formatted(
                        expected,
                        marks.getOrDefault(Mark.ZERO, 0),
                        unusualZeros,
                        marks.getOrDefault(Mark.LOW, 0),
                        marks.getOrDefault(Mark.HIGH, 0));
        return finding + (withheldMarks == 0 ? "." : ", and of %d it is not said.".formatted(withheldMarks));
    }

    private List<String> notes(List<String> columns) {
        var notes = new ArrayList<String>();
        notes.add(
                "A provider with an activity figure is expected to notify; one without is listed once it has notified.");
        notes.add(
                "Expected is the provider's activity at England's rate: all notifications of the modality by the sum of"
                        + " the providers' activity. Limits are exact Poisson limits of 95% and 99.8% around it: chance alone puts one"
                        + " count in twenty, or in five hundred, beyond them, so look at the reporting before the safety.");
        notes.add(
                "Counts from 1 to %d are withheld, [c], and others where they could be worked out from sums. A rate is withheld"
                                .formatted(threshold - 1)
                        + " with its count; a mark is, unless every small count would have the same one.");
        if (columns.stream().anyMatch(this::lacksActivity)) {
            notes.add(
                    "Some who notified have no activity figure, so England's rate, which counts them, is somewhat high.");
        }
        if (columns.stream().anyMatch(this::hasUnits)) {
            notes.add("Where the units of the providers' activity differ, nothing is divided by it.");
        }
        if (suppression.isGivenAway()) {
            notes.add(
                    "Where only one provider of its kind has notified, figures published for all of them are its own.");
        }
        return notes;
    }

    private boolean lacksActivity(String column) {
        return counts.activity(column) != null
                && counts.providers().stream()
                        .anyMatch(provider ->
                                counts.count(provider, column) > 0 && counts.activity(provider, column) == null);
    }

    private boolean hasUnits(String column) {
        return counts.activity(column) == null
                && counts.providers().stream().anyMatch(provider -> counts.activity(provider, column) != null);
    }
}
