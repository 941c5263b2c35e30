package org.notificationhub.maternity.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.notificationhub.maternity.catalogue.ReviewFigures.Measure;
import org.notificationhub.maternity.catalogue.ReviewFigures.Series;
import org.notificationhub.maternity.catalogue.ReviewFigures.Share;

/**
 * A bar chart of shares published together. A share of which no percentage was published has no bar, since none is computed.
 *
 * @param finding what the chart shows, in a sentence
 * @param bars top to bottom, in the order of the table
 */
record Chart(String id, String finding, Series series, Measure measure, List<Bar> bars) {

    private static final int ROW = 60;

    /** Beyond it a number stands within its bar, for want of space. */
    private static final int NEARLY_ALL = 80;

    /** @param y of the row's upper edge, in pixels; across, the whole width is a hundred per cent */
    record Bar(Share share, int y) {

        public boolean isDrawn() {
            return share.percent() != null;
        }

        public boolean isNearlyAll() {
            return isDrawn() && share.percent() > NEARLY_ALL;
        }

        public int labelY() {
            return y + 16;
        }

        public int barY() {
            return y + 24;
        }

        public int valueY() {
            return y + 42;
        }
    }

    /** Nothing where the series has no such measure. */
    static Optional<Chart> of(Series series, Measure measure) {
        var bars = new ArrayList<Bar>();
        for (var share : series.shares()) {
            if (share.measure() == measure) {
                bars.add(new Bar(share, bars.size() * ROW));
            }
        }
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        series.id() + "-" + measure.name().toLowerCase(Locale.ROOT),
                        finding(bars, measure),
                        series,
                        measure,
                        List.copyOf(bars)));
    }

    public int height() {
        return bars.size() * ROW;
    }

    /** For those who do not see the bars; the table below has the same. */
    public String inWords() {
        return bars.stream()
                .map(bar -> Words.title(bar.share.rating()) + " " + bar.share.asPublished())
                .collect(Collectors.joining(", ", "Bar chart. ", "."));
    }

    public String subject() {
        return subject(measure);
    }

    private static String subject(Measure measure) {
        return measure == Measure.OVERALL ? "overall" : "for " + Words.title(measure);
    }

    private static String finding(List<Bar> bars, Measure measure) {
        var complete = bars.stream().allMatch(Bar::isDrawn);
        var most = bars.stream().filter(Bar::isDrawn).max(Comparator.comparingInt(bar -> bar.share.percent()));
        if (!complete || most.isEmpty()) {
            return "Some of these shares were published in words only";
        }
        return "%s was the commonest rating %s: %d%%"
                .formatted(
                        Words.title(most.get().share.rating()),
                        subject(measure),
                        most.get().share.percent());
    }
}
