package org.notificationhub.irmer.report;

import java.util.Optional;

/** What CQC's notification codes mean, as far as it is known. */
public interface CodeMeanings {

    /** What a code meant in a year, by the newest edition that was in force in it. */
    Optional<Meaning> of(ReportingYear year, String code);

    /** What a complementary code says. */
    Optional<String> ofComplementary(String code);

    /**
     * @param edition such as {@code SAUE_2023}
     * @param unsettled what is not known of its text; null where it is all known
     */
    record Meaning(String edition, String sentence, String unsettled) {}
}
