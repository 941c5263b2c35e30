package org.notificationhub.irmer.report;

import java.util.List;
import java.util.Optional;
import org.notificationhub.irmer.classification.TermKind;

/** The words by which codes are shown. The lists of codes are open, so there need not be a word for each. */
public interface Words {

    /**
     * @param path of tiers, or one step
     * @param modality a code
     */
    Optional<Word> find(TermKind kind, ReportingYear year, String modality, List<String> path);

    /** A code without a word of its own stands for itself. */
    default String label(TermKind kind, ReportingYear year, String modality, List<String> path) {
        return find(kind, year, modality, path).map(Word::label).orElseGet(() -> path.get(path.size() - 1));
    }

    /** @param practicalAction what an employer can do about a factor; null where nothing is recorded */
    record Word(String label, String practicalAction) {}
}
