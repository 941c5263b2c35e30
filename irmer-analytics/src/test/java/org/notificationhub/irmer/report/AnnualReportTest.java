package org.notificationhub.irmer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.irmer.report.Modality.DIAGNOSTIC_IMAGING;
import static org.notificationhub.irmer.report.Modality.NUCLEAR_MEDICINE;
import static org.notificationhub.irmer.report.Modality.RADIOTHERAPY;
import static org.notificationhub.irmer.report.Tables.LONG_AFTER;
import static org.notificationhub.irmer.report.Tables.rows;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.activity.Activity.Bound;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.report.AnnualReport.LeftOut;

class AnnualReportTest {

    /** Counts and shares of CQC's report for 2023/24; it publishes no share for nuclear medicine. */
    @Test
    void theSharesOfThePublishedYearAreReproduced() {
        var table = Tables.of(CountsOf.published()).modalities();

        assertThat(rows(table, "modality", "count", "percent"))
                .containsExactly(
                        "ALL 819 100", "DIAGNOSTIC_IMAGING 447 55", "NUCLEAR_MEDICINE 128 16", "RADIOTHERAPY 244 30");
        assertThat(table.finding()).isEqualTo("Diagnostic imaging was 55% of notifications (447 of 819).");
    }

    /** It publishes that 89% of diagnostic imaging and 97% of radiotherapy came from acute trusts, and no counts. */
    @Test
    void theShareOfAcuteTrustsIsOfThoseThatStateTheirOrganisation() {
        var report = report(CountsOf.year(2023).of(Dimension.COUNTED, """
                DIAGNOSTIC_IMAGING>NHS_ACUTE 398
                DIAGNOSTIC_IMAGING>INDEPENDENT_HOSPITAL 49
                RADIOTHERAPY>NHS_ACUTE 97
                RADIOTHERAPY>NHS_OTHER 3
                RADIOTHERAPY>NOT_STATED 144
                NUCLEAR_MEDICINE>NOT_STATED 128
                """));

        assertThat(report.modalities())
                .extracting(ModalityShare::modality, ModalityShare::nhsCount, ModalityShare::nhsPercent)
                .containsExactly(
                        tuple(DIAGNOSTIC_IMAGING, 398, 89),
                        tuple(NUCLEAR_MEDICINE, null, null),
                        tuple(RADIOTHERAPY, 97, 97));
    }

    /** Over 30 million examinations and about 116,000 episodes, as published for 2023/24. */
    @Test
    void aRateSaysOfWhatAndHowExactly() {
        var year = new ReportingYear(2023);
        var published = LocalDate.parse("2024-09-26");
        var table = Tables.of(
                        CountsOf.published(),
                        CountsOf.year(2022),
                        LONG_AFTER,
                        new Activity(
                                year,
                                DIAGNOSTIC_IMAGING,
                                null,
                                30_000_000,
                                Bound.AT_LEAST,
                                "imaging examinations",
                                "CQC",
                                published),
                        new Activity(year, RADIOTHERAPY, null, 116_000, Bound.ABOUT, "episodes", "CQC", published),
                        new Activity(year, NUCLEAR_MEDICINE, "RJ1", 500, Bound.EXACT, "examinations", "RJ1", published))
                .modalities();

        assertThat(rows(table, "modality", "activity", "activityBound", "perMillion"))
                .containsExactly(
                        "ALL [z] [z] [z]",
                        "DIAGNOSTIC_IMAGING 30000000 AT_LEAST 14.9",
                        "NUCLEAR_MEDICINE [x] [x] [x]",
                        "RADIOTHERAPY 116000 ABOUT 2103.4");
        assertThat(table.notes()).contains("Activity of radiotherapy: CQC, published on 2024-09-26.");
    }

    @Test
    void whatIsLeftOutIsInNoOtherNumber() {
        var report = report(CountsOf.year(2023)
                .of(Dimension.COUNTED, "RADIOTHERAPY>NHS_ACUTE 2")
                .of(Dimension.TIER, "RADIOTHERAPY 1\nRADIOTHERAPY>OPERATOR 1")
                .of(Dimension.POSSIBLE_DUPLICATE, "RADIOTHERAPY 1")
                .of(Dimension.LEFT_OUT, """
                        RADIOTHERAPY>WITHDRAWN 5
                        NOT_KNOWN>WITHDRAWN 1
                        RADIOTHERAPY>OUTSIDE_ENGLAND 3
                        """));

        assertThat(report.total()).isEqualTo(2);
        assertThat(report.unclassified()).isZero();
        assertThat(report.withdrawn()).isEqualTo(6);
        assertThat(report.leftOut())
                .containsEntry(LeftOut.WITHDRAWN, 6)
                .containsEntry(LeftOut.TEST, 0)
                .containsEntry(LeftOut.OUTSIDE_ENGLAND, 3);
        assertThat(report.awaitingClassification()).isEqualTo(1);
        assertThat(report.possibleDuplicates()).isEqualTo(1);
    }

    @Test
    void theUnclassifiedArePartOfTheTotalAndOfEveryShare() {
        var counts = CountsOf.year(2023).of(Dimension.COUNTED, "NOT_KNOWN>NOT_STATED 1\nRADIOTHERAPY>NOT_STATED 3");

        assertThat(report(counts).unclassified()).isEqualTo(1);
        assertThat(rows(Tables.of(counts).modalities(), "modality", "count", "percent"))
                .contains("ALL 4 100", "RADIOTHERAPY 3 75", "NOT_KNOWN 1 25");
    }

    @Test
    void aYearWithoutNotificationsHasNoShares() {
        var table = Tables.of(CountsOf.year(2023)).modalities();

        assertThat(rows(table, "modality", "count", "percent"))
                .containsExactly(
                        "ALL 0 [z]", "DIAGNOSTIC_IMAGING 0 [z]", "NUCLEAR_MEDICINE 0 [z]", "RADIOTHERAPY 0 [z]");
        assertThat(table.finding()).isEqualTo("No notification is counted in 2023/24.");
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2024-03-31T22:59:59.999Z, true", "2024-03-31T23:00:00Z, false"})
    void aYearIsProvisionalUntilItIsOver(Instant asOf, boolean provisional) {
        var counts = CountsOf.year(2023)
                .of(Dimension.COUNTED, "RADIOTHERAPY>NHS_ACUTE 1")
                .of(Dimension.TIER, "RADIOTHERAPY>OPERATOR 1");
        var tables = Tables.of(counts, CountsOf.year(2022), asOf);

        assertThat(tables.report().isProvisional()).isEqualTo(provisional);
        assertThat(tables.all())
                .allSatisfy(table -> assertThat(table.notes().contains(ReportTexts.UNFINISHED))
                        .isEqualTo(provisional));
    }

    @Test
    void aReportWithReviewsToComeIsProvisional() {
        var tables = Tables.of(CountsOf.published());

        assertThat(tables.report().isProvisional()).isTrue();
        assertThat(tables.subModalities().notes())
                .contains("[p] Provisional: 393 of 819 notifications await their review.");
    }

    @ParameterizedTest(name = "{0} of {1} is {2}%")
    @CsvSource({"1, 200, 1", "1, 201, 0", "1, 3, 33", "2, 3, 67", "1, 8, 13", "3, 3, 100", "0, 7, 0"})
    void aHalfIsRoundedUp(int count, int total, int percent) {
        assertThat(Rounding.percent(count, total)).isEqualTo(percent);
    }

    private static AnnualReport report(CountsOf counts) {
        return Tables.of(counts).report();
    }
}
