package org.notificationhub.irmer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.Value;

/**
 * The notifications that rows of a table are about.
 *
 * @param code {@code ALL}, that of a modality, or {@code NOT_KNOWN}
 */
public record Scope(String code, String label) {

    public static final Scope ALL = new Scope("ALL", "All");
    public static final Scope NOT_KNOWN = new Scope(Cell.NOT_KNOWN, "Modality not known");

    static final List<Column> COLUMNS =
            List.of(Column.code("modality", "Modality code"), Column.label("modalityLabel", "Modality"));

    public static Scope of(Modality modality) {
        return new Scope(modality.name(), modality.label());
    }

    /** @param code that of a scope */
    static String label(String code) {
        return code.equals(ALL.code())
                ? ALL.label()
                : Modality.of(code).map(Modality::label).orElse(NOT_KNOWN.label());
    }

    /** Every modality, and what has none where there is something of it. */
    static List<Scope> modalities(YearCounts counts) {
        var scopes = new ArrayList<Scope>();
        Arrays.stream(Modality.values()).map(Scope::of).forEach(scopes::add);
        if (counts.counted(NOT_KNOWN) > 0) {
            scopes.add(NOT_KNOWN);
        }
        return scopes;
    }

    static List<Scope> allAndModalities(YearCounts counts) {
        var scopes = new ArrayList<Scope>();
        scopes.add(ALL);
        scopes.addAll(modalities(counts));
        return scopes;
    }

    /** As file names write it. */
    public String slug() {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean has(Cell cell) {
        return equals(ALL) || cell.modality().equals(code);
    }

    List<Value> values() {
        return List.of(Value.of(code), Value.of(label));
    }
}
