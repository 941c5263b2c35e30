package org.notificationhub.irmer.report;

import java.util.ArrayList;
import java.util.List;

/** The notes of a table. */
final class Notes {

    private final List<String> notes = new ArrayList<>();

    static Notes of(String... notes) {
        var all = new Notes();
        all.notes.addAll(List.of(notes));
        return all;
    }

    Notes and(String note) {
        notes.add(note);
        return this;
    }

    Notes when(boolean so, String note) {
        return so ? and(note) : this;
    }

    /** Says what can still change. */
    Notes provisional(AnnualReport report, boolean byReviews) {
        var awaited = report.awaitingClassification();
        return when(report.asOf().isBefore(report.year().ends()), ReportTexts.UNFINISHED)
                .when(
                        byReviews && awaited > 0,
                        ReportTexts.UNREVIEWED.formatted(
                                "%,d".formatted(awaited), ReportTexts.notifications(report.total())));
    }

    List<String> all() {
        return notes;
    }
}
