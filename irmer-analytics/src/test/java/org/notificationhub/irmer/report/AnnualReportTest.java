package org.notificationhub.irmer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.irmer.report.Modality.DIAGNOSTIC_IMAGING;
import static org.notificationhub.irmer.report.Modality.NUCLEAR_MEDICINE;
import static org.notificationhub.irmer.report.Modality.RADIOTHERAPY;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.count.Dimension;

class AnnualReportTest {

    private static final ReportingYear YEAR = new ReportingYear(2023);
    private static final Instant AS_OF = Instant.parse("2026-11-23T09:00:00Z");

    /** Counts and shares of CQC's report for 2023/24; it publishes no share for nuclear medicine. */
    @Test
    void theSharesOfThePublishedYearAreReproduced() {
        var report = report(
                counted(RADIOTHERAPY.name(), 244),
                counted(DIAGNOSTIC_IMAGING.name(), 447),
                counted(NUCLEAR_MEDICINE.name(), 128));

        assertThat(report.total()).isEqualTo(819);
        assertThat(report.modalities())
                .containsExactly(
                        new ModalityShare(DIAGNOSTIC_IMAGING, 447, 55),
                        new ModalityShare(NUCLEAR_MEDICINE, 128, 16),
                        new ModalityShare(RADIOTHERAPY, 244, 30));
    }

    @Test
    void whatWasWithdrawnIsInNoOtherNumber() {
        var report =
                report(counted(RADIOTHERAPY.name(), 2), withdrawn(RADIOTHERAPY.name(), 5), withdrawn("NOT_KNOWN", 1));

        assertThat(report.total()).isEqualTo(2);
        assertThat(report.unclassified()).isZero();
        assertThat(report.withdrawn()).isEqualTo(6);
    }

    @Test
    void theUnclassifiedArePartOfTheTotalAndOfEveryShare() {
        var report = report(counted("NOT_KNOWN", 1), counted(RADIOTHERAPY.name(), 3));

        assertThat(report.total()).isEqualTo(4);
        assertThat(report.unclassified()).isEqualTo(1);
        assertThat(report.modalities()).contains(new ModalityShare(RADIOTHERAPY, 3, 75));
    }

    @Test
    void aYearWithoutNotificationsHasNoShares() {
        assertThat(report().modalities()).hasSize(3).allSatisfy(share -> {
            assertThat(share.count()).isZero();
            assertThat(share.percent()).isNull();
        });
    }

    @ParameterizedTest(name = "{0} of {1} is {2}%")
    @CsvSource({"1, 200, 1", "1, 201, 0", "1, 3, 33", "2, 3, 67", "1, 8, 13", "3, 3, 100", "0, 7, 0"})
    void aHalfIsRoundedUp(int count, int total, int percent) {
        assertThat(ModalityShare.of(RADIOTHERAPY, count, total).percent()).isEqualTo(percent);
    }

    private static AnnualReport report(Count... counts) {
        return AnnualReport.of(YEAR, AS_OF, List.of(counts));
    }

    private static Count counted(String modality, int total) {
        return new Count(new Cell(YEAR, Dimension.COUNTED, List.of(modality, "NOT_STATED")), total);
    }

    private static Count withdrawn(String modality, int total) {
        return new Count(new Cell(YEAR, Dimension.LEFT_OUT, List.of(modality, "WITHDRAWN")), total);
    }
}
