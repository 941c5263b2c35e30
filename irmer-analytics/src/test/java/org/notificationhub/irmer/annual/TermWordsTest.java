package org.notificationhub.irmer.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.criteria.Confidence;
import org.notificationhub.irmer.classification.Term;
import org.notificationhub.irmer.classification.TermKind;
import org.notificationhub.irmer.report.ReportingYear;

class TermWordsTest {

    private static final TermWords WORDS = new TermWords(List.of(
            term(TermKind.TIER, "RADIOTHERAPY", List.of("OPERATOR", "CHECKS"), 2021, 2022, "Checks"),
            term(TermKind.TIER, "RADIOTHERAPY", List.of("OPERATOR", "CHECKS"), 2023, null, "Pre-exposure checks"),
            term(TermKind.TIER, "NUCLEAR_MEDICINE", List.of("OPERATOR", "CHECKS"), 2021, null, "Checks of the dose"),
            term(TermKind.FACTOR, "", List.of("WORKLOAD"), 2017, null, "Workload")));

    @ParameterizedTest(name = "{0} {3} of {2} in {1} is {4}")
    @CsvSource({
        "TIER, 2022, RADIOTHERAPY, OPERATOR>CHECKS, Checks",
        "TIER, 2023, RADIOTHERAPY, OPERATOR>CHECKS, Pre-exposure checks",
        // of a year without a word the nearest is better than a code
        "TIER, 2019, RADIOTHERAPY, OPERATOR>CHECKS, Pre-exposure checks",
        "TIER, 2023, NUCLEAR_MEDICINE, OPERATOR>CHECKS, Checks of the dose",
        "TIER, 2023, RADIOTHERAPY, REFERRER>CHECKS, CHECKS",
        "TIER, 2023, RADIOTHERAPY, CHECKS, CHECKS",
        "FACTOR, 2023, RADIOTHERAPY, WORKLOAD, Workload",
        "FACTOR, 2023, ALL, WORKLOAD, Workload",
        "SUB_MODALITY, 2023, RADIOTHERAPY, WORKLOAD, WORKLOAD",
    })
    void theWordOfTheModalityAndYearIsFound(TermKind kind, int year, String modality, String path, String label) {
        assertThat(WORDS.label(kind, new ReportingYear(year), modality, List.of(path.split(">"))))
                .isEqualTo(label);
    }

    private static Term term(TermKind kind, String modality, List<String> path, int first, Integer last, String label) {
        return new Term(
                kind,
                modality,
                path,
                label,
                new ReportingYear(first),
                last == null ? null : new ReportingYear(last),
                null,
                "a test",
                Confidence.CERTAIN,
                "test",
                Instant.EPOCH);
    }
}
