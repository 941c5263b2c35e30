package org.notificationhub.irmer.report;

import java.time.Instant;
import java.util.List;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.figure.FigureTable;

/**
 * All that a year's tables are made of.
 *
 * @param before the counts of the year before
 * @param activities of the year
 */
public record AnnualTables(
        YearCounts counts,
        YearCounts before,
        List<Activity> activities,
        Words words,
        CodeMeanings meanings,
        Instant asOf) {

    public AnnualReport report() {
        return AnnualReport.of(counts, activities, asOf);
    }

    /** Modalities first. */
    public List<FigureTable> all() {
        return List.of(
                modalities(),
                subModalities(),
                errors(scopes(null)),
                codes(),
                complementaryCodes(),
                factors(),
                timeliness(),
                leftOut());
    }

    public FigureTable modalities() {
        return ModalityTable.of(report());
    }

    public FigureTable leftOut() {
        return LeftOutTable.of(report());
    }

    public FigureTable subModalities() {
        return SubModalityTable.of(this);
    }

    /** @param modality null for all of them */
    public List<Scope> scopes(Modality modality) {
        return modality == null ? Scope.modalities(counts) : List.of(Scope.of(modality));
    }

    public ErrorTree errorTree(Scope scope) {
        return ErrorTree.of(counts, words, scope);
    }

    public FigureTable errors(List<Scope> scopes) {
        return ErrorTable.of(this, scopes.stream().map(this::errorTree).toList());
    }

    public FigureTable codes() {
        return CodeTables.codes(this);
    }

    public FigureTable complementaryCodes() {
        return CodeTables.complementaryCodes(this);
    }

    public FigureTable factors() {
        return FactorTable.of(this);
    }

    public FigureTable timeliness() {
        return TimelinessTable.of(this);
    }

    /** As if nothing had been notified of any other modality. */
    public AnnualTables only(Modality modality) {
        return new AnnualTables(counts.only(modality), before.only(modality), activities, words, meanings, asOf);
    }

    public ReportingYear year() {
        return counts.year();
    }
}
