package org.notificationhub.irmer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.notificationhub.irmer.dashboard.Chart.Kind;
import org.notificationhub.irmer.dashboard.Chart.Line;

class BarsTest {

    @Test
    void lengthsAreInProportionAndFromZero() {
        var chart = Bars.of()
                .label("Diagnostic imaging")
                .bar(1, 400, "400")
                .label("Radiotherapy")
                .bar(1, 200, "200")
                .label("Nuclear medicine")
                .bar(1, 0, "0")
                .chart("notifications by modality");

        assertThat(chart.lines())
                .filteredOn(Line::isBar)
                .extracting(Line::width)
                .containsExactly("60.0", "30.0", "0");
    }

    @Test
    void whatIsMissingHasItsWordAndNoBar() {
        var chart = Bars.of("Now", "Before")
                .label("Workload")
                .bar(1, new BigDecimal("12.5"), "12.5%")
                .bar(2, null, "[x]")
                .chart("factors");

        assertThat(chart.lines())
                .extracting(Line::kind, Line::text, Line::series)
                .containsExactly(
                        tuple(Kind.LABEL, "Workload", 0), tuple(Kind.BAR, "12.5%", 1), tuple(Kind.NOTHING, "[x]", 2));
    }

    @Test
    void theSentenceSaysWhatTheBarsShow() {
        var chart = Bars.of("Counted", "Published")
                .group("Radiotherapy")
                .label("2023/24")
                .bar(1, 240, "240 [p]")
                .bar(2, 244, "244")
                .breaking("Series break, April 2023: criteria changed")
                .chart("notifications by year");

        assertThat(chart.sentence())
                .isEqualTo(
                        "Bar chart of notifications by year. Radiotherapy, 2023/24: Counted 240 [p], Published 244.");
        assertThat(chart.hasLegend()).isTrue();
    }

    @Test
    void whatIsThereIsNeverTooShortToSee() {
        var chart = Bars.of()
                .label("Many")
                .bar(1, 10_000, "10,000")
                .label("One")
                .bar(1, 1, "1")
                .chart("codes");

        assertThat(chart.lines().get(3).width()).isEqualTo("0.5");
    }

    @Test
    void withoutABarThereIsNoChart() {
        assertThat(Bars.of().label("Radiotherapy").bar(1, 0, "0").chart("nothing"))
                .isNull();
        assertThat(Bars.of().label("Radiotherapy").bar(1, null, "[c]").chart("nothing"))
                .isNull();
    }
}
