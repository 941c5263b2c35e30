package org.notificationhub.irmer.report;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.count.Dimension;

/** The counts of one year, added up in the ways that tables need. */
public final class YearCounts {

    private static final Set<String> UNKNOWN = Set.of(Cell.NOT_KNOWN, "NOT_STATED");

    private final ReportingYear year;
    private final Map<Dimension, List<Count>> byDimension;

    private YearCounts(ReportingYear year, Map<Dimension, List<Count>> byDimension) {
        this.year = year;
        this.byDimension = byDimension;
    }

    /** @param counts of this year and of others, which are left aside */
    public static YearCounts of(ReportingYear year, List<Count> counts) {
        return new YearCounts(
                year,
                counts.stream()
                        .filter(count -> count.cell().year().equals(year))
                        .collect(groupingBy(count -> count.cell().dimension())));
    }

    public ReportingYear year() {
        return year;
    }

    /** As if nothing had been notified of any other modality. */
    YearCounts only(Modality modality) {
        var scope = Scope.of(modality);
        return of(
                year,
                byDimension.values().stream()
                        .flatMap(List::stream)
                        .filter(count -> scope.has(count.cell()))
                        .toList());
    }

    /** Notifications that are counted, each once. */
    public int counted(Scope scope) {
        return sum(Dimension.COUNTED, scope, cell -> true);
    }

    int sum(Dimension dimension, Scope scope, Predicate<Cell> which) {
        return of(dimension).stream()
                .filter(count -> scope.has(count.cell()) && which.test(count.cell()))
                .mapToInt(Count::total)
                .sum();
    }

    /** Those of which nothing more than the modality is known. */
    int unknown(Dimension dimension, Scope scope) {
        return sum(dimension, scope, cell -> isUnknown(cell));
    }

    /** By the step after the modality; those that have none are left out. */
    SortedMap<String, Integer> byStep(Dimension dimension, Scope scope) {
        var sums = new TreeMap<String, Integer>();
        of(dimension).stream()
                .filter(count -> scope.has(count.cell()) && !isUnknown(count.cell()))
                .forEach(count -> sums.merge(count.cell().step(1), count.total(), Integer::sum));
        return sums;
    }

    List<Count> of(Dimension dimension, Scope scope) {
        return of(dimension).stream().filter(count -> scope.has(count.cell())).toList();
    }

    private List<Count> of(Dimension dimension) {
        return byDimension.getOrDefault(dimension, List.of());
    }

    private static boolean isUnknown(Cell cell) {
        return cell.step(1) == null || UNKNOWN.contains(cell.step(1));
    }
}
