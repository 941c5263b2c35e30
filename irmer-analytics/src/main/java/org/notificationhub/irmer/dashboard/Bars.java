package org.notificationhub.irmer.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.notificationhub.irmer.dashboard.Chart.Line;

/** Collects the bars of a chart, which have their lengths once the longest is known. */
final class Bars {

    /** Leaves room beside the longest bar for its number, on a telephone too. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(60);

    /** What is there but would be too short to see. */
    private static final BigDecimal SHORTEST = new BigDecimal("0.5");

    private final List<String> series;
    private final List<Function<BigDecimal, Line>> lines = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private BigDecimal longest = BigDecimal.ZERO;
    private String group;
    private String separator;

    private Bars(List<String> series) {
        this.series = series;
    }

    /** @param series at most four, as many as can be told apart; none where there is only one */
    static Bars of(String... series) {
        return new Bars(List.of(series));
    }

    Bars group(String text) {
        group = text;
        lines.add(scale -> Line.group(text));
        return this;
    }

    Bars label(String text) {
        lines.add(scale -> Line.label(text));
        told.add(group == null ? text : group + ", " + text);
        separator = ": ";
        return this;
    }

    Bars breaking(String text) {
        lines.add(scale -> Line.breaking(text));
        return this;
    }

    /**
     * A bar of the label before it.
     *
     * @param number null where it is not known or is withheld
     * @param text what is written beside the bar, or instead of it
     */
    Bars bar(int of, Number number, String text) {
        var what = series.isEmpty() ? text : series.get(of - 1) + " " + text;
        told.set(told.size() - 1, told.get(told.size() - 1) + separator + what);
        separator = ", ";
        if (number == null) {
            lines.add(scale -> Line.nothing(text, of));
            return this;
        }
        var value = new BigDecimal(number.toString());
        longest = longest.max(value);
        lines.add(scale -> Line.bar(text, of, width(value, scale)));
        return this;
    }

    /** @param what the chart is of, such as {@code notifications by modality}; null where there is no bar to draw */
    Chart chart(String what) {
        if (longest.signum() == 0) {
            return null;
        }
        return new Chart(
                "Bar chart of %s. %s.".formatted(what, String.join("; ", told)),
                series,
                lines.stream().map(line -> line.apply(longest)).toList());
    }

    private static String width(BigDecimal value, BigDecimal scale) {
        if (value.signum() == 0) {
            return "0";
        }
        return value.multiply(LONGEST)
                .divide(scale, 1, RoundingMode.HALF_UP)
                .max(SHORTEST)
                .toPlainString();
    }
}
