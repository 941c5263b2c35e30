package org.notificationhub.irmer.classification;

import java.time.Instant;
import java.util.List;
import org.notificationhub.criteria.Confidence;
import org.notificationhub.irmer.report.ReportingYear;

/**
 * A word that a review may use.
 *
 * @param modality empty for a word of every modality
 * @param path codes from the first tier down to this word; one code for what is no tier
 * @param label as the source spells it
 * @param last null where it is still in use
 * @param practicalAction what an employer can do about it; null where nothing is suggested
 * @param confidence how sure we are that the source has this word
 */
public record Term(
        TermKind kind,
        String modality,
        List<String> path,
        String label,
        ReportingYear first,
        ReportingYear last,
        String practicalAction,
        String source,
        Confidence confidence,
        String addedBy,
        Instant addedAt) {

    public Term {
        path = List.copyOf(path);
    }

    public String code() {
        return path.get(path.size() - 1);
    }

    boolean isValidIn(ReportingYear year) {
        return first.startYear() <= year.startYear() && (last == null || year.startYear() <= last.startYear());
    }

    Word word() {
        return new Word(kind, modality, path);
    }

    /** What a term is known by, in each of the spans of years in which it is valid. */
    record Word(TermKind kind, String modality, List<String> path) {}
}
