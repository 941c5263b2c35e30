package org.notificationhub.irmer.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.irmer.report.Modality.DIAGNOSTIC_IMAGING;
import static org.notificationhub.irmer.report.Modality.RADIOTHERAPY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.activity.Activity.Bound;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

class ProviderTableTest {

    private static final ReportingYear YEAR = new ReportingYear(2023);

    /** With 40 expected, 1 to 4 are all unusually low, so the mark says no more than the withheld count does. */
    @Test
    void aMarkThatEverySmallCountHasIsShown() {
        var table = table(
                List.of(count("R0A", 3), count("R0B", 2), count("R0C", 115)),
                List.of(activity("R0A", 1000), activity("R0B", 1000), activity("R0C", 1000)));

        assertThat(row(table, "R0A")).containsEntry("count", "[c]").containsEntry("perMillion", "[c]");
        assertThat(row(table, "R0A")).containsEntry("mark", "LOW").containsEntry("beyond", "LIMITS_99_8");
        assertThat(row(table, "R0C")).containsEntry("mark", "HIGH").containsEntry("count", "115");
    }

    /** With 9 expected, 3 is beyond the limits and 4 is within them. */
    @Test
    void aMarkThatWouldTellWhichSmallCountItIsIsWithheld() {
        var table = table(
                List.of(count("R0A", 3), count("R0B", 2), count("R0C", 22)),
                List.of(activity("R0A", 1000), activity("R0B", 1000), activity("R0C", 1000)));

        assertThat(row(table, "R0A")).containsEntry("mark", "[c]").containsEntry("beyond", "[c]");
        assertThat(table.finding()).contains("of 2 it is not said");
    }

    @Test
    void zeroIsAlwaysSaidAndUnusualOnlyWhereChanceDoesNotExplainIt() {
        var table = table(
                List.of(count("R0A", 20)), List.of(activity("R0A", 1000), activity("R0B", 1000), activity("R0C", 10)));

        assertThat(row(table, "R0B")).containsEntry("mark", "ZERO").containsEntry("beyond", "LIMITS_99_8");
        assertThat(row(table, "R0C")).containsEntry("mark", "ZERO").containsEntry("beyond", "NEITHER");
        assertThat(table.finding())
                .startsWith("Of 3 counts that something was expected of, 2 are zero, which is unusual for 1");
    }

    @Test
    void withoutActivityNothingIsExpected() {
        var table =
                table(List.of(count("R0A", 20), count("R0B", 9)), List.of(activity("R0A", 1000), activity("R0C", 0)));

        assertThat(row(table, "R0B")).containsEntry("mark", "NO_ACTIVITY").containsEntry("perMillion", "[x]");
        assertThat(row(table, "R0C")).containsEntry("mark", "NO_ACTIVITY").containsEntry("expected", "[x]");
        assertThat(table.notes()).anyMatch(note -> note.contains("somewhat high"));
    }

    @Test
    void differentUnitsAreNotAddedUp() {
        var other = new Activity(YEAR, RADIOTHERAPY, "R0B", 5, Bound.EXACT, "fractions", "s", null);

        var table = table(List.of(count("R0A", 20)), List.of(activity("R0A", 1000), other));

        assertThat(row(table, "ENGLAND")).containsEntry("activity", "[x]").containsEntry("perMillion", "[x]");
        assertThat(row(table, "R0A")).containsEntry("mark", "NO_ACTIVITY");
        assertThat(table.notes()).anyMatch(note -> note.contains("units"));
    }

    /** What is withheld in all modalities together must be withheld in each alone, or one request would undo the other. */
    @Test
    void oneModalityWithholdsWhatAllDo() {
        var counts = new ArrayList<Count>();
        IntStream.range(0, 12).forEach(provider -> {
            counts.add(count(RADIOTHERAPY, "R0" + (char) ('A' + provider), 1 + provider * 5 % 11));
            counts.add(count(DIAGNOSTIC_IMAGING, "R0" + (char) ('A' + provider), 1 + provider * 3 % 13));
        });
        var known = new ProviderCounts(counts, List.of());

        var all = ProviderTable.of(known, null, 5);
        var one = ProviderTable.of(known, "RADIOTHERAPY", 5);

        assertThat(all.rows()).containsAll(one.rows());
    }

    private static FigureTable table(List<Count> counts, List<Activity> activities) {
        return ProviderTable.of(new ProviderCounts(counts, activities), "RADIOTHERAPY", 5);
    }

    private static Map<String, String> row(FigureTable table, String provider) {
        var row = table.rows().stream()
                .filter(each -> provider.equals(each.get(0).content()))
                .findFirst()
                .orElseThrow();
        var cells = new HashMap<String, String>();
        IntStream.range(0, row.size())
                .forEach(column -> cells.put(table.columns().get(column).name(), text(row.get(column))));
        return cells;
    }

    private static String text(Value value) {
        return value.content() == null ? value.mark().mark() : value.content().toString();
    }

    private static Count count(String provider, int total) {
        return count(RADIOTHERAPY, provider, total);
    }

    private static Count count(Modality modality, String provider, int total) {
        return new Count(new Cell(YEAR, Dimension.PROVIDER, List.of(modality.name(), provider)), total);
    }

    private static Activity activity(String provider, long amount) {
        return new Activity(YEAR, RADIOTHERAPY, provider, amount, Bound.EXACT, "episodes", "s", null);
    }
}
