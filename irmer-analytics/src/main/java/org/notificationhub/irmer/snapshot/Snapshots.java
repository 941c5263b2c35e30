package org.notificationhub.irmer.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.notificationhub.events.Ids;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.report.ReportingYear;

/** Freezes a year's figures, and gives them out as they were frozen or not at all. */
@ApplicationScoped
public class Snapshots {

    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private final SnapshotRepository snapshots;
    private final YearBooks books;
    private final Clock clock;

    Snapshots(SnapshotRepository snapshots, YearBooks books, Clock clock) {
        this.snapshots = snapshots;
        this.books = books;
        this.clock = clock;
    }

    /** A snapshot, and whether it was taken now or had been there before. */
    public record Taken(Snapshot snapshot, boolean isNew) {}

    /**
     * Each time is frozen once: whoever asks again gets the snapshot that is there.
     *
     * @param asOf at which what is known will not change any more
     */
    public Taken take(ReportingYear year, Instant asOf, String takenBy) {
        return snapshots
                .asOf(year, asOf)
                .map(there -> new Taken(there, false))
                .orElseGet(() -> freeze(year, asOf, takenBy));
    }

    private Taken freeze(ReportingYear year, Instant asOf, String takenBy) {
        var book = BookJson.write(books.of(year, asOf));
        var takenAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var snapshot = new Snapshot(Ids.next(), year, asOf, takenAt, takenBy, Sha256.hex(book));
        var isNew = snapshots.add(snapshot, book);
        return new Taken(isNew ? snapshot : snapshots.asOf(year, asOf).orElseThrow(), isNew);
    }

    public Optional<Snapshot> find(ReportingYear year, UUID id) {
        return snapshots.byId(year, id);
    }

    /** Newest first. @param after null for the beginning */
    public List<Snapshot> list(ReportingYear year, Cursor after, int limit) {
        return snapshots.newestFirst(year, after, limit);
    }

    /** The bytes that were frozen; refused where they are not those any more. */
    public byte[] frozen(Snapshot snapshot) {
        var book = snapshots.book(snapshot.id());
        if (!Sha256.hex(book).equals(snapshot.hash())) {
            LOG.errorf("Snapshot %s is damaged; restore the table snapshot from a backup", snapshot.id());
            throw new Refusal(ProblemKind.SNAPSHOT_DAMAGED, ProblemKind.SNAPSHOT_DAMAGED.remedy());
        }
        return book;
    }
}
