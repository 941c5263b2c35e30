package org.notificationhub.irmer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.irmer.report.Tables.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.irmer.count.Dimension;

class TrendTest {

    private static final List<PublishedTotal> PUBLISHED = List.of(
            published("2016", "2016-01-01", "2016-12-31", "ALL", 1319),
            published("2017/18-15m", "2017-01-01", "2018-03-31", "ALL", 1226),
            published("2018/19", "2018-04-01", "2019-03-31", "ALL", 1009),
            published("2018/19", "2018-04-01", "2019-03-31", "RADIOTHERAPY", 138),
            published("2021/22", "2021-04-01", "2022-03-31", "ALL", null));

    private static final List<SeriesBreak> BREAKS = List.of(
            aBreak("2017-01-01", "January 2017"),
            aBreak("2019-06-03", "3 June 2019"),
            aBreak("2023-04-01", "April 2023"));

    @Test
    void whatWasCountedAndWhatWasPublishedStandBesideEachOther() {
        var trend = trend(2018, 2021, "2026-11-23T09:00:00Z").tables().get(0);

        assertThat(rows(trend, "period", "series", "modality", "count", "source"))
                .containsExactly(
                        "2018/19 COUNTED ALL 3 [z]",
                        "2018/19 COUNTED DIAGNOSTIC_IMAGING 0 [z]",
                        "2018/19 COUNTED NUCLEAR_MEDICINE 0 [z]",
                        "2018/19 COUNTED RADIOTHERAPY 3 [z]",
                        "2018/19 PUBLISHED ALL 1009 CQC",
                        "2018/19 PUBLISHED RADIOTHERAPY 138 CQC",
                        "2019/20 COUNTED ALL 1 [z]",
                        "2019/20 COUNTED DIAGNOSTIC_IMAGING 0 [z]",
                        "2019/20 COUNTED NUCLEAR_MEDICINE 0 [z]",
                        "2019/20 COUNTED RADIOTHERAPY 0 [z]",
                        "2019/20 COUNTED NOT_KNOWN 1 [z]",
                        "2021/22 PUBLISHED ALL [x] [x]");
        assertThat(trend.finding())
                .isEqualTo("The last of these years is 2019/20, with 1 notification that the hub counted.");
    }

    @Test
    void aPublishedPeriodIsShownWhereItTouchesTheYearsAskedFor() {
        assertThat(rows(trend(2016, 2016, "2026-11-23T09:00:00Z").tables().get(0), "period", "from", "to"))
                .containsExactly("2016 2016-01-01 2016-12-31", "2017/18-15m 2017-01-01 2018-03-31");
    }

    @Test
    void aPeriodThatIsNoYearIsNamedInNotes() {
        assertThat(trend(2017, 2017, "2026-11-23T09:00:00Z").tables().get(0).notes())
                .contains("2017/18-15m: Not twelve months.");
        assertThat(trend(2018, 2019, "2026-11-23T09:00:00Z").tables().get(0).notes())
                .doesNotContain("2017/18-15m: Not twelve months.");
    }

    @Test
    void breaksOfTheSeriesAreATableOfTheirOwnAndNamedInNotes() {
        var tables = trend(2016, 2019, "2026-11-23T09:00:00Z").tables();

        assertThat(tables.get(1).name()).isEqualTo("series-breaks");
        assertThat(rows(tables.get(1), "on", "firstPeriod"))
                .containsExactly("2017-01-01 2016/17", "2019-06-03 2019/20");
        assertThat(tables.get(1).finding())
                .isEqualTo("Counts before and after January 2017 and 3 June 2019 cannot be compared directly.");
        assertThat(tables.get(0).notes()).contains("3 June 2019: The criteria changed. Fewer are notified.");
    }

    @Test
    void aYearThatIsNotOverIsProvisional() {
        var trend = trend(2018, 2019, "2020-03-31T22:59:59Z").tables().get(0);

        assertThat(rows(trend, "period", "series", "modality", "count"))
                .contains("2018/19 COUNTED ALL 3", "2019/20 COUNTED ALL 1[p]");
        assertThat(trend.notes()).contains(ReportTexts.UNFINISHED);
    }

    private static Trend trend(int first, int last, String asOf) {
        var counts = new ArrayList<>(CountsOf.year(2018)
                .of(Dimension.COUNTED, "RADIOTHERAPY>NHS_ACUTE 3")
                .all());
        counts.addAll(CountsOf.year(2019)
                .of(Dimension.COUNTED, "NOT_KNOWN>NOT_STATED 1")
                .all());
        return new Trend(
                new ReportingYear(first),
                new ReportingYear(last),
                ReportingYear.between(2018, 2019),
                counts,
                PUBLISHED,
                BREAKS,
                Instant.parse(asOf));
    }

    private static PublishedTotal published(String period, String from, String to, String modality, Integer count) {
        return new PublishedTotal(
                period,
                period,
                LocalDate.parse(from),
                LocalDate.parse(to),
                modality,
                count,
                count == null ? null : "CERTAIN",
                count == null ? null : "CQC",
                period.endsWith("m") ? "Not twelve months." : null);
    }

    private static SeriesBreak aBreak(String on, String when) {
        return new SeriesBreak(
                LocalDate.parse(on),
                when,
                "CRITERIA",
                "The criteria changed.",
                "Fewer are notified.",
                "CERTAIN",
                "CQC");
    }
}
