package org.notificationhub.irmer.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.criteria.Confidence;
import org.notificationhub.http.Fault;
import org.notificationhub.irmer.report.ReportingYear;

class VocabularyTest {

    private static final ReportingYear YEAR = new ReportingYear(2023);

    private final Vocabulary vocabulary = new Vocabulary(List.of(
            term(TermKind.SUB_MODALITY, "DIAGNOSTIC_IMAGING", 2023, null, "CT"),
            term(TermKind.TIER, "DIAGNOSTIC_IMAGING", 2023, null, "REFERRER"),
            term(TermKind.TIER, "DIAGNOSTIC_IMAGING", 2023, null, "REFERRER", "INCORRECT_REFERRAL"),
            term(TermKind.TIER, "DIAGNOSTIC_IMAGING", 2023, 2024, "REFERRER", "INCORRECT_REFERRAL", "WRONG_PATIENT"),
            term(TermKind.TIER, "DIAGNOSTIC_IMAGING", 2023, null, "OPERATOR"),
            term(TermKind.TIER, "RADIOTHERAPY", 2021, null, "OPERATOR"),
            term(TermKind.FACTOR, "", 2017, null, "INTERRUPTION")));

    @Test
    void whatIsInTheVocabularyCanBeSaid() {
        var said = new Classification(
                "CT", List.of("REFERRER", "INCORRECT_REFERRAL", "WRONG_PATIENT"), List.of("INTERRUPTION"));

        assertThat(vocabulary.faults(said, "DIAGNOSTIC_IMAGING", YEAR)).isEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "DIAGNOSTIC_IMAGING, 2022, false",
        "DIAGNOSTIC_IMAGING, 2023, true",
        "DIAGNOSTIC_IMAGING, 2030, true",
        "RADIOTHERAPY, 2021, true",
        "RADIOTHERAPY, 2020, false",
        "NUCLEAR_MEDICINE, 2023, false"
    })
    void aWordIsOneOfItsModalityAndYears(String modality, int year, boolean known) {
        var said = new Classification(null, List.of("OPERATOR"), null);

        assertThat(vocabulary.faults(said, modality, new ReportingYear(year)).isEmpty())
                .isEqualTo(known);
    }

    @Test
    void aWordThatFellOutOfUseIsNotOneAfterIt() {
        var said = new Classification(null, List.of("REFERRER", "INCORRECT_REFERRAL", "WRONG_PATIENT"), null);

        assertThat(vocabulary.faults(said, "DIAGNOSTIC_IMAGING", new ReportingYear(2024)))
                .isEmpty();
        assertThat(vocabulary.faults(said, "DIAGNOSTIC_IMAGING", new ReportingYear(2025)))
                .extracting(Fault::pointer)
                .containsExactly("/tier3");
    }

    @Test
    void aWordMeansSomethingOnlyBelowTheTiersAboveIt() {
        var said = new Classification(null, List.of("OPERATOR", "INCORRECT_REFERRAL", "WRONG_PATIENT"), null);

        assertThat(vocabulary.faults(said, "DIAGNOSTIC_IMAGING", YEAR))
                .extracting(Fault::pointer)
                .containsExactly("/tier2");
    }

    @Test
    void everyFaultIsNamedWithHowToPutItRightAndNeverWithWhatWasSaid() {
        var said = new Classification("CANARY", List.of("CANARY", "CANARY"), List.of("INTERRUPTION", "CANARY"));

        var faults = vocabulary.faults(said, "DIAGNOSTIC_IMAGING", YEAR);

        assertThat(faults).extracting(Fault::pointer).containsExactly("/subModality", "/tier1", "/factors/1");
        assertThat(faults)
                .extracting(Fault::detail)
                .allSatisfy(detail -> assertThat(detail)
                        .contains("modality=DIAGNOSTIC_IMAGING&year=2023-24", "POST /v1/irmer/terms")
                        .doesNotContain("CANARY"));
    }

    @Test
    void withoutAModalityOnlyFactorsHaveAMeaning() {
        var said = new Classification("CT", List.of("OPERATOR"), List.of("INTERRUPTION"));

        assertThat(vocabulary.faults(said, "NOT_KNOWN", YEAR))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/subModality", "NO_MODALITY"), tuple("/tier1", "NO_MODALITY"));
    }

    private static Term term(TermKind kind, String modality, int first, Integer last, String... path) {
        return new Term(
                kind,
                modality,
                List.of(path),
                "Label",
                new ReportingYear(first),
                last == null ? null : new ReportingYear(last),
                null,
                "A report",
                Confidence.CERTAIN,
                "hub",
                Instant.EPOCH);
    }
}
