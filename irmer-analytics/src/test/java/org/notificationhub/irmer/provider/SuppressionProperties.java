package org.notificationhub.irmer.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against somebody who tries every table that the published one leaves open. */
class SuppressionProperties {

    private static final int THRESHOLD = 3;
    private static final List<String> COLUMNS = List.of("D", "N", "R");

    @Property(tries = 1000)
    void nothingWithheldCanBeWorkedOut(@ForAll("tables") Map<String, Map<String, Integer>> counts) {
        var suppression = Suppression.of(counts, SuppressionProperties::group, THRESHOLD);
        Assume.that(!suppression.isGivenAway());

        for (var group : Set.of("NHS", "OTHER")) {
            var attacker = new Attacker(
                    counts,
                    suppression,
                    counts.keySet().stream()
                            .filter(provider -> group(provider).equals(group))
                            .toList());
            attacker.tryEverything();
            assertThat(attacker.found.values())
                    .allSatisfy(values -> assertThat(values).hasSizeGreaterThan(1));
        }
    }

    /** Also where somebody is the only one of a kind, which the sums of the kinds give away. */
    @Property(tries = 500)
    void theSumsOfAllGiveNothingAway(@ForAll("tables") Map<String, Map<String, Integer>> counts) {
        Assume.that(counts.size() > 1);
        var few = new TreeMap<>(counts);
        while (few.size() > 3) {
            few.pollFirstEntry();
        }

        var attacker = new Attacker(
                few, Suppression.of(few, SuppressionProperties::group, THRESHOLD), List.copyOf(few.keySet()));

        attacker.tryEverything();
        assertThat(attacker.found.values())
                .allSatisfy(values -> assertThat(values).hasSizeGreaterThan(1));
    }

    @Property
    void everySmallCountIsWithheldAndWhatNeedNotBeIsShown(@ForAll("tables") Map<String, Map<String, Integer>> counts) {
        var suppression = Suppression.of(counts, SuppressionProperties::group, THRESHOLD);

        var small = 0;
        var withheld = 0;
        for (var provider : counts.keySet()) {
            for (var column : List.of("D", "N", "R", Suppression.ALL)) {
                var isSmall = isSmall(count(counts, provider, column));
                small += isSmall ? 1 : 0;
                withheld += suppression.withholds(provider, column) ? 1 : 0;
                assertThat(isSmall)
                        .as("%s %s", provider, column)
                        .satisfies(each -> assertThat(!each || suppression.withholds(provider, column))
                                .isTrue());
            }
        }
        assertThat(small == 0).isEqualTo(withheld == 0);
    }

    /** Two with one each: both are known from their sum as soon as one knows that neither is zero. */
    @Example
    void ofTwoOnesAThirdIsWithheld() {
        var suppression = Suppression.of(
                Map.of("R1A", column(1), "R1B", column(1), "R1C", column(40), "R1D", column(60)),
                SuppressionProperties::group,
                5);

        assertThat(suppression.withholds("R1C", "D")).isTrue();
        assertThat(suppression.withholds("R1D", "D")).isFalse();
        assertThat(suppression.isKnownToBeSmall("R1A", "D")).isTrue();
        assertThat(suppression.isKnownToBeSmall("R1C", "D")).isFalse();
    }

    /** What the NHS notified is published too, so a trust cannot hide behind a clinic. */
    @Example
    void oneIsHiddenAmongItsKind() {
        var suppression = Suppression.of(
                Map.of("R1A", column(2), "R1B", column(60), "1-100", column(7), "1-200", column(9)),
                SuppressionProperties::group,
                5);

        assertThat(suppression.withholds("R1B", "D")).isTrue();
        assertThat(suppression.withholds("1-100", "D")).isFalse();
    }

    /** Nobody else notified: a zero has to go, and then nothing may be said of the rest either. */
    @Example
    void theOnlyOneIsHiddenBehindAZero() {
        var suppression = Suppression.of(
                Map.of("R1A", column(2), "R1B", column(0), "R1C", column(0)), SuppressionProperties::group, 5);

        assertThat(suppression.isGivenAway()).isFalse();
        assertThat(suppression.withholds("R1A", "D")).isTrue();
        assertThat(suppression.withholds("R1B", "D") ^ suppression.withholds("R1C", "D"))
                .isTrue();
        assertThat(suppression.isKnownToBeSmall("R1A", "D")).isFalse();
    }

    @Example
    void whoIsAloneIsGivenAway() {
        assertThat(Suppression.of(Map.of("R1A", column(2)), SuppressionProperties::group, 5)
                        .isGivenAway())
                .isTrue();
    }

    @Example
    void aTableOfAllEnglandKeepsMostOfItsSums() {
        var random = new Random(6);
        var counts = new TreeMap<String, Map<String, Integer>>();
        for (var provider = 0; provider < 600; provider++) {
            var columns = new TreeMap<String, Integer>();
            COLUMNS.forEach(column -> columns.put(column, random.nextInt(3) == 0 ? random.nextInt(12) : 0));
            counts.put(
                    (provider % 3 == 0 ? "1-" + provider : "R%02X".formatted(provider % 256) + provider / 256),
                    columns);
        }

        var suppression = Suppression.of(counts, SuppressionProperties::group, 5);

        assertThat(suppression.isGivenAway()).isFalse();
        assertThat(counts.keySet().stream()
                        .filter(provider -> count(counts, provider, Suppression.ALL) > 4)
                        .filter(provider -> suppression.withholds(provider, Suppression.ALL)))
                .as("sums withheld for the sake of others")
                .hasSizeLessThan(180);
    }

    @Provide
    Arbitrary<Map<String, Map<String, Integer>>> tables() {
        var counts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(0)),
                net.jqwik.api.Tuple.of(4, Arbitraries.integers().between(1, 2)),
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(3, 6)));
        return counts.list().ofSize(3).list().ofMinSize(1).ofMaxSize(5).map(rows -> {
            var table = new LinkedHashMap<String, Map<String, Integer>>();
            for (var row = 0; row < rows.size(); row++) {
                var columns = new TreeMap<String, Integer>();
                for (var column = 0; column < COLUMNS.size(); column++) {
                    columns.put(COLUMNS.get(column), rows.get(row).get(column));
                }
                table.put((row < 3 ? "R1" : "1-") + row, columns);
            }
            return table;
        });
    }

    private static String group(String provider) {
        return provider.startsWith("R") ? "NHS" : "OTHER";
    }

    private static boolean isSmall(int count) {
        return count > 0 && count < THRESHOLD;
    }

    private static Map<String, Integer> column(int count) {
        return Map.of("D", count);
    }

    private static int count(Map<String, Map<String, Integer>> counts, String provider, String column) {
        return column.equals(Suppression.ALL)
                ? counts.get(provider).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                : counts.get(provider).get(column);
    }

    /**
     * Knows what is shown, each column's sum over the group, the sum of all, and that nothing is less than zero. Where
     * marks may say so, it even knows which counts are withheld for being small.
     */
    private static final class Attacker {

        private final Map<String, Map<String, Integer>> counts;
        private final Suppression suppression;
        private final List<String> providers;
        private final boolean knowsSmallOnes;
        private final Map<String, Set<Integer>> found = new TreeMap<>();
        private final Map<String, int[]> tried = new TreeMap<>();

        Attacker(Map<String, Map<String, Integer>> counts, Suppression suppression, List<String> providers) {
            this.counts = counts;
            this.suppression = suppression;
            this.providers = providers;
            this.knowsSmallOnes = providers.stream()
                    .allMatch(provider -> withheldColumns(provider).stream()
                            .filter(column -> isSmall(count(counts, provider, column)))
                            .allMatch(column -> suppression.isKnownToBeSmall(provider, column)));
        }

        void tryEverything() {
            attempt(0, 0, new int[COLUMNS.size()]);
        }

        private List<String> withheldColumns(String provider) {
            var columns = new ArrayList<>(COLUMNS);
            columns.add(Suppression.ALL);
            columns.removeIf(column -> !suppression.withholds(provider, column));
            return columns;
        }

        private void attempt(int provider, int column, int[] sums) {
            if (provider == providers.size()) {
                if (isWhole(sums)) {
                    note();
                }
                return;
            }
            if (column == COLUMNS.size()) {
                if (isPossible(providers.get(provider))) {
                    attempt(provider + 1, 0, sums);
                }
                return;
            }
            var name = providers.get(provider);
            var most = columnSum(column) - sums[column];
            var values = tried.computeIfAbsent(name, each -> new int[COLUMNS.size()]);
            for (var value = 0; value <= most; value++) {
                if (isPossible(name, COLUMNS.get(column), value)) {
                    values[column] = value;
                    sums[column] += value;
                    attempt(provider, column + 1, sums);
                    sums[column] -= value;
                }
            }
        }

        private boolean isPossible(String provider) {
            var sum = 0;
            for (var value : tried.get(provider)) {
                sum += value;
            }
            return isPossible(provider, Suppression.ALL, sum);
        }

        private boolean isPossible(String provider, String column, int value) {
            var truth = count(counts, provider, column);
            if (!suppression.withholds(provider, column)) {
                return value == truth;
            }
            return !knowsSmallOnes || (isSmall(truth) ? isSmall(value) : value >= THRESHOLD);
        }

        private boolean isWhole(int[] sums) {
            for (var column = 0; column < sums.length; column++) {
                if (sums[column] != columnSum(column)) {
                    return false;
                }
            }
            return true;
        }

        private int columnSum(int column) {
            return providers.stream()
                    .mapToInt(provider -> counts.get(provider).get(COLUMNS.get(column)))
                    .sum();
        }

        private void note() {
            for (var provider : providers) {
                var sum = 0;
                for (var column = 0; column < COLUMNS.size(); column++) {
                    var value = tried.get(provider)[column];
                    sum += value;
                    note(provider, COLUMNS.get(column), value);
                }
                note(provider, Suppression.ALL, sum);
            }
        }

        private void note(String provider, String column, int value) {
            if (suppression.withholds(provider, column)) {
                found.computeIfAbsent(provider + " " + column, each -> new TreeSet<>())
                        .add(value);
            }
        }
    }
}
