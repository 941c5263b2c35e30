package org.notificationhub.irmer.difference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.difference.ChangeReader.Kind;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.snapshot.YearBooks;

/** Why a year's figures of one time are not those of another. */
@ApplicationScoped
public class Differences {

    static final String TABLE = "differences";

    static final String WITHOUT_PROVIDERS =
            "Figures by provider are not compared: two tables that each withhold small counts could give them away together.";

    private static final List<Column> EVENT_COLUMNS = List.of(
            Column.code("change", "What became of them"),
            Column.code("modalityFrom", "Modality at first"),
            Column.code("modalityTo", "Modality at last"),
            Column.count("count", "Notifications"),
            Column.text("eventsFrom", "Events at first"),
            Column.text("eventsTo", "Events at last"));

    private static final Comparator<Kind> BY_CHANGE = Comparator.comparing(Kind::change)
            .thenComparing(Kind::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Kind::to, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final CountReader counts;
    private final ChangeReader changes;
    private final YearBooks books;

    Differences(CountReader counts, ChangeReader changes, YearBooks books) {
        this.counts = counts;
        this.changes = changes;
        this.books = books;
    }

    /** Two tables: what differs, and what became of the events behind it. Of two times the counts differ, else the figures do. */
    public List<FigureTable> between(Moment from, Moment to, ReportingYear year) {
        return List.of(differences(from, to, year), events(from, to, year));
    }

    private FigureTable differences(Moment from, Moment to, ReportingYear year) {
        if (from.frozen() != null || to.frozen() != null) {
            return BookDifferences.of(book(from, year), book(to, year));
        }
        var dimensions = Arrays.stream(Dimension.values())
                .filter(dimension -> dimension != Dimension.PROVIDER)
                .toList();
        return CellDifferences.of(
                counts.counts(year, dimensions, from.asOf()),
                counts.counts(year, dimensions, to.asOf()),
                new Events(year, to.asOf()));
    }

    private FigureBook book(Moment moment, ReportingYear year) {
        return moment.frozen() == null ? books.of(year, moment.asOf()) : moment.frozen();
    }

    private FigureTable events(Moment from, Moment to, ReportingYear year) {
        var found = changes.changes(year, from.asOf(), to.asOf());
        var known = found.orElse(Map.of());
        var before = new Events(year, from.asOf());
        var after = new Events(year, to.asOf());
        var rows = known.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_CHANGE))
                .map(each -> row(each.getKey(), each.getValue(), before, after))
                .toList();
        return new FigureTable(
                "events",
                "The notifications behind the difference",
                found.isPresent() ? finding(known) : "More notifications changed than are read one by one.",
                EVENT_COLUMNS,
                found.isPresent() ? rows : List.of(tooMany()),
                List.of(
                        "A notification that changed several times counts once, by how it stood at first and at last.",
                        "RECLASSIFIED is one that counts under another modality, sub-modality, tier, code, factor or kind of"
                                + " organisation; FOLLOWED_UP one whose report came in, or that another provider told of too."));
    }

    private static List<Value> row(Kind kind, int count, Events before, Events after) {
        var none = Shorthand.NOT_APPLICABLE;
        var isWithdrawn = kind.change() == Change.WITHDRAWN;
        return List.of(
                Value.of(kind.change().name()),
                Value.orMissing(kind.from(), none),
                Value.orMissing(kind.to(), none),
                Value.of(count),
                kind.from() == null ? Value.missing(none) : Value.of(before.of(kind.from())),
                kind.to() == null
                        ? Value.missing(none)
                        : Value.of(isWithdrawn ? after.withdrawn(kind.to()) : after.of(kind.to())));
    }

    private static List<Value> tooMany() {
        var missing = Value.missing(Shorthand.NOT_AVAILABLE);
        return Collections.nCopies(EVENT_COLUMNS.size(), missing);
    }

    private static String finding(Map<Kind, Integer> changes) {
        return "%d were added, %d withdrawn, %d left out for other reasons and %d reclassified."
                .formatted(
                        sum(changes, Change.ADDED),
                        sum(changes, Change.WITHDRAWN),
                        sum(changes, Change.LEFT_OUT),
                        sum(changes, Change.RECLASSIFIED));
    }

    private static int sum(Map<Kind, Integer> changes, Change change) {
        return changes.entrySet().stream()
                .filter(each -> each.getKey().change() == change)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    static String written(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several) + ".";
    }
}
