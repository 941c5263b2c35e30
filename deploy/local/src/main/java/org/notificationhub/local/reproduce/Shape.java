package org.notificationhub.local.reproduce;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a file of figures is about. It is told by its columns, in whichever order. */
enum Shape {
    ERRORS(List.of("tier1", "tier2", "tier3"), true),
    SUB_MODALITIES(List.of("sub_modality"), false),
    ORGANISATIONS(List.of("organisation_type"), false),
    TOTALS(List.of(), false);

    private final List<String> path;
    private final boolean countsOnly;

    Shape(List<String> path, boolean countsOnly) {
        this.path = path;
        this.countsOnly = countsOnly;
    }

    /** The first whose columns are all there. */
    static Optional<Shape> of(Collection<String> columns) {
        return Arrays.stream(values())
                .filter(shape ->
                        columns.containsAll(shape.path) && columns.containsAll(List.of("year", "modality", "count")))
                .findFirst();
    }

    static String columns() {
        return "year,modality,count[,published_percent] and, for parts, tier1,tier2,tier3 or sub_modality or organisation_type";
    }

    /** The columns that lead from the modality to the part. */
    List<String> path() {
        return path;
    }

    /** Whether each row has a count. */
    boolean countsOnly() {
        return countsOnly;
    }
}
