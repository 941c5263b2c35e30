package org.notificationhub.maternity.site;

import java.util.List;
import java.util.Objects;
import org.notificationhub.maternity.Csv;
import org.notificationhub.maternity.catalogue.ReviewFigures;
import org.notificationhub.maternity.catalogue.ReviewFigures.Series;
import org.notificationhub.maternity.catalogue.ReviewFigures.Share;

/** One published share a row. */
final class FiguresCsv {

    private static final List<String> HEADER = List.of(
            "series",
            "period",
            "published",
            "scope",
            "measure",
            "rating",
            "percent",
            "services",
            "status",
            "as_published",
            "source");

    private FiguresCsv() {}

    static String of(ReviewFigures figures) {
        var rows = figures.series().stream()
                .flatMap(series -> series.shares().stream().map(share -> row(series, share)));
        return Csv.of(HEADER, rows);
    }

    private static List<String> row(Series series, Share share) {
        return List.of(
                series.id(),
                series.period(),
                series.published().toString(),
                series.scope(),
                share.measure().name(),
                share.rating().name(),
                Objects.toString(share.percent(), ""),
                Objects.toString(share.count(), ""),
                share.percent() == null ? "[x]" : "",
                share.asPublished(),
                series.source());
    }
}
