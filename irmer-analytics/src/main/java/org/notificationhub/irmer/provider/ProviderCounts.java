package org.notificationhub.irmer.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.report.Modality;

/** Who notified how often and did how much, in one year. Whoever has an activity figure is expected to notify. */
final class ProviderCounts {

    /** CQC has NHS trusts under their ODS codes; how many notifications came from the NHS is published by modality. */
    private static final Pattern TRUST = Pattern.compile("[RT][A-Z0-9]{2}");

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<String, Map<String, Activity>> activities;
    private final Map<String, Integer> england = new TreeMap<>();

    ProviderCounts(List<Count> counts, List<Activity> activities) {
        this.activities = activities.stream()
                .filter(activity -> !activity.ofEngland())
                .collect(Collectors.groupingBy(
                        Activity::providerId,
                        Collectors.toMap(
                                activity -> activity.modality().name(), activity -> activity, (one, other) -> one)));
        for (var count : counts) {
            var modality = modality(count.cell());
            england.merge(modality, count.total(), Integer::sum);
            this.counts
                    .computeIfAbsent(count.cell().step(1), provider -> new TreeMap<>())
                    .merge(modality, count.total(), Integer::sum);
        }
        this.activities.keySet().forEach(provider -> this.counts.putIfAbsent(provider, new TreeMap<>()));
        this.counts.values().forEach(columns -> columns().forEach(column -> columns.putIfAbsent(column, 0)));
    }

    /** A code that we do not know is unclassified, as everywhere. */
    private static String modality(Cell cell) {
        return Modality.of(cell.modality()).map(Modality::name).orElse(Cell.NOT_KNOWN);
    }

    List<String> providers() {
        return List.copyOf(counts.keySet());
    }

    /** The modalities, and {@code NOT_KNOWN} where something is. */
    List<String> columns() {
        var columns = new ArrayList<String>();
        for (var modality : Modality.values()) {
            columns.add(modality.name());
        }
        if (england.containsKey(Cell.NOT_KNOWN)) {
            columns.add(Cell.NOT_KNOWN);
        }
        return columns;
    }

    int count(String provider, String column) {
        var columns = counts.get(provider);
        return column.equals(Suppression.ALL)
                ? columns.values().stream().mapToInt(Integer::intValue).sum()
                : columns.get(column);
    }

    int england(String column) {
        return column.equals(Suppression.ALL)
                ? england.values().stream().mapToInt(Integer::intValue).sum()
                : england.getOrDefault(column, 0);
    }

    /** Null where none is known. */
    Activity activity(String provider, String column) {
        return activities.getOrDefault(provider, Map.of()).get(column);
    }

    /** The sum of the providers' activity; null where there is none, or where their units differ. */
    Long activity(String column) {
        var units = new TreeSet<String>();
        var sum = 0L;
        for (var provider : counts.keySet()) {
            var activity = activity(provider, column);
            if (activity != null) {
                units.add(activity.unit());
                sum += activity.amount();
            }
        }
        return units.size() == 1 && sum > 0 ? sum : null;
    }

    Suppression suppression(int threshold) {
        return Suppression.of(counts, provider -> TRUST.matcher(provider).matches() ? "NHS" : "OTHER", threshold);
    }
}
