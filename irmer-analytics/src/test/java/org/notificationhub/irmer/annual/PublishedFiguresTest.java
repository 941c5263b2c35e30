package org.notificationhub.irmer.annual;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.irmer.report.PublishedTotal;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.SeriesBreak;

/** The tables of what CQC published. */
class PublishedFiguresTest {

    private final PublishedFigures published = new PublishedFigures();

    @Test
    void theModalitiesOfAPeriodAddUpToItsTotal() {
        var byPeriod = published.totals().stream().collect(groupingBy(PublishedTotal::period));

        assertThat(byPeriod).hasSizeGreaterThan(10).allSatisfy((period, totals) -> {
            assertThat(totals)
                    .extracting(PublishedTotal::modality)
                    .containsExactly("ALL", "DIAGNOSTIC_IMAGING", "NUCLEAR_MEDICINE", "RADIOTHERAPY");
            var parts = totals.subList(1, 4).stream().map(PublishedTotal::count).toList();
            if (!parts.contains(null)) {
                assertThat(parts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(totals.get(0).count());
            }
        });
    }

    @Test
    void aCountSaysWhereItWasReadAndHowSureItIs() {
        assertThat(published.totals()).allSatisfy(total -> {
            assertThat(total.from()).isBefore(total.to());
            if (total.count() == null) {
                assertThat(total.source()).isNull();
                assertThat(total.confidence()).isNull();
            } else {
                assertThat(total.source()).startsWith("http");
                assertThat(total.confidence()).isIn("CERTAIN", "LIKELY");
            }
        });
    }

    @Test
    void noTwoPeriodsOverlap() {
        var wholes = published.totals().stream()
                .filter(total -> total.modality().equals("ALL"))
                .toList();

        for (var index = 1; index < wholes.size(); index++) {
            assertThat(wholes.get(index).from()).isAfter(wholes.get(index - 1).to());
        }
    }

    @Test
    void breaksAreInTheOrderOfTheirDays() {
        assertThat(published.breaks())
                .extracting(SeriesBreak::when)
                .containsExactly(
                        "January 2017", "3 June 2019", "April 2020 to March 2021", "August 2020", "April 2023");
        assertThat(published.breaks()).extracting(SeriesBreak::on).isSorted();
    }

    @Test
    void theYearsReachFromTheFirstThatIsKnownToTheLast() {
        assertThat(published.earliest(List.of())).hasToString("2007/08");
        assertThat(published.latest(List.of())).hasToString("2024/25");
        assertThat(published.earliest(ReportingYear.between(1999, 2026))).hasToString("1999/00");
        assertThat(published.latest(ReportingYear.between(1999, 2026))).hasToString("2026/27");
    }
}
