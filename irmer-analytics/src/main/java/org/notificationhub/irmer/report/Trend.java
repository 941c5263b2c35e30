package org.notificationhub.irmer.report;

import static org.notificationhub.irmer.figure.Shorthand.NOT_APPLICABLE;
import static org.notificationhub.irmer.figure.Shorthand.NOT_AVAILABLE;
import static org.notificationhub.irmer.figure.Shorthand.PROVISIONAL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/**
 * Years beside each other: what the hub counted, what CQC published, and where neither can be compared.
 *
 * @param first the first year to show
 * @param last the last year to show
 * @param years those in which the hub counted
 * @param counts of those years
 */
public record Trend(
        ReportingYear first,
        ReportingYear last,
        List<ReportingYear> years,
        List<Count> counts,
        List<PublishedTotal> published,
        List<SeriesBreak> breaks,
        Instant asOf) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private static final List<Column> COLUMNS = List.of(
            Column.code("period", "Period code"),
            Column.label("periodLabel", "Period"),
            Column.date("from", "First day"),
            Column.date("to", "Last day"),
            Column.code("series", "Series"),
            Column.code("modality", "Modality code"),
            Column.label("modalityLabel", "Modality"),
            Column.count("count", "Notifications"),
            Column.code("confidence", "How sure the published count is"),
            Column.text("source", "Source"));

    private static final List<Column> BREAKS = List.of(
            Column.date("on", "From"),
            Column.label("when", "When"),
            Column.code("firstPeriod", "Reporting year"),
            Column.code("kind", "Kind"),
            Column.text("what", "What changed"),
            Column.text("effect", "What it does to the counts"),
            Column.code("confidence", "How sure that is"),
            Column.text("source", "Source"));

    private enum Series {
        COUNTED,
        PUBLISHED
    }

    /** A modality's count in a period. */
    private record Point(
            String period,
            String label,
            LocalDate from,
            LocalDate to,
            Series series,
            String modality,
            Value count,
            Value confidence,
            Value source) {

        static Point published(PublishedTotal total) {
            return new Point(
                    total.period(),
                    total.label(),
                    total.from(),
                    total.to(),
                    Series.PUBLISHED,
                    total.modality(),
                    Value.orMissing(total.count(), NOT_AVAILABLE),
                    Value.orMissing(total.confidence(), NOT_AVAILABLE),
                    Value.orMissing(total.source(), NOT_AVAILABLE));
        }

        static Point counted(ReportingYear year, Scope scope, int count, boolean isOver) {
            return new Point(
                    year.toString(),
                    "%s to %s".formatted(MONTH.format(year.from()), MONTH.format(year.to())),
                    year.from(),
                    year.to(),
                    Series.COUNTED,
                    scope.code(),
                    new Value(count, isOver ? null : PROVISIONAL),
                    Value.missing(NOT_APPLICABLE),
                    Value.missing(NOT_APPLICABLE));
        }

        boolean isWhole() {
            return modality.equals(Scope.ALL.code()) && count.content() != null;
        }

        List<Value> row() {
            return List.of(
                    Value.of(period),
                    Value.of(label),
                    Value.of(from),
                    Value.of(to),
                    Value.of(series.name()),
                    Value.of(modality),
                    Value.of(Scope.label(modality)),
                    count,
                    confidence,
                    source);
        }
    }

    public List<FigureTable> tables() {
        return List.of(table(), seriesBreaks());
    }

    private FigureTable table() {
        var points = points();
        return new FigureTable(
                "trend",
                "Notifications by year, %s to %s".formatted(first, last),
                finding(points),
                COLUMNS,
                points.stream().map(Point::row).toList(),
                notes());
    }

    private FigureTable seriesBreaks() {
        var within = within();
        return new FigureTable(
                "series-breaks",
                "Where counts cannot be compared, %s to %s".formatted(first, last),
                within.isEmpty()
                        ? "No break of the series is known in these years."
                        : "Counts before and after %s cannot be compared directly."
                                .formatted(inWords(
                                        within.stream().map(SeriesBreak::when).toList())),
                BREAKS,
                within.stream().map(Trend::row).toList(),
                List.of("A break is shown in the year, 1 April to 31 March, in which it falls."));
    }

    private List<SeriesBreak> within() {
        return breaks.stream().filter(each -> each.isWithin(first, last)).toList();
    }

    /** By time; of the same period what was counted first. */
    private List<Point> points() {
        var counted = years.stream()
                .filter(year -> year.compareTo(first) >= 0 && year.compareTo(last) <= 0)
                .flatMap(this::counted);
        var read =
                published.stream().filter(total -> total.isWithin(first, last)).map(Point::published);
        return Stream.concat(counted, read)
                .sorted(Comparator.comparing(Point::from)
                        .thenComparing(Point::to)
                        .thenComparing(Point::series))
                .toList();
    }

    private Stream<Point> counted(ReportingYear year) {
        var ofYear = YearCounts.of(year, counts);
        var isOver = !asOf.isBefore(year.ends());
        return Scope.allAndModalities(ofYear).stream()
                .map(scope -> Point.counted(year, scope, ofYear.counted(scope), isOver));
    }

    private static List<Value> row(SeriesBreak each) {
        return List.of(
                Value.of(each.on()),
                Value.of(each.when()),
                Value.of(ReportingYear.of(each.on()).toString()),
                Value.of(each.kind()),
                Value.of(each.what()),
                Value.of(each.effect()),
                Value.of(each.confidence()),
                Value.of(each.source()));
    }

    private static String finding(List<Point> points) {
        var wholes = points.stream().filter(Point::isWhole).toList();
        if (wholes.isEmpty()) {
            return "Nothing was counted or published in these years.";
        }
        var latest = wholes.get(wholes.size() - 1);
        return "The last of these years is %s, with %s that %s."
                .formatted(
                        latest.period(),
                        ReportTexts.notifications((Integer) latest.count().content()),
                        latest.series() == Series.COUNTED ? "the hub counted" : "CQC published");
    }

    private List<String> notes() {
        var notes = Notes.of(
                "COUNTED is what the hub counted, PUBLISHED what CQC published; they are never added to each other.",
                "Counts are exact, as counted or as published.",
                "A published count that was not found is [x].");
        published.stream()
                .filter(total -> total.isWithin(first, last) && total.note() != null)
                .forEach(total -> notes.and("%s: %s".formatted(total.label(), total.note())));
        within().forEach(each -> notes.and("%s: %s %s".formatted(each.when(), each.what(), each.effect())));
        return notes.when(last.ends().isAfter(asOf), ReportTexts.UNFINISHED).all();
    }

    private static String inWords(List<String> parts) {
        var rest = new ArrayList<>(parts);
        var end = rest.remove(rest.size() - 1);
        return rest.isEmpty() ? end : String.join(", ", rest) + " and " + end;
    }
}
