package org.notificationhub.routing.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.events.Ids;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.register.RegisterSnapshot.State;

/** The snapshots of the register. Only one is taken in at a time, by all replicas together. */
@ApplicationScoped
public class RegisterSnapshots {

    /** A number of ours, the same in every replica. */
    private static final long LOCK = 20_100_401;

    private static final String TRY = "select pg_try_advisory_xact_lock(?)";
    private static final String WAIT = "select pg_advisory_xact_lock(?)";

    /** Whoever holds the lock knows that nobody else is running: such rows are of processes that died. */
    private static final String BEGIN = """
            with died as (update register_snapshot set state = 'FAILED' where state = 'RUNNING')
            insert into register_snapshot (id, as_of, source, imported_at, imported_by, state)
            values (?, ?, ?, ?, ?, 'RUNNING')""";

    private static final String DONE = """
            update register_snapshot
               set state = 'DONE', sha256 = ?, read = ?, added = ?, changed = ?, unchanged = ?, refused = ?
             where id = ?""";

    private static final String FAIL = "update register_snapshot set state = 'FAILED' where id = ?";

    private static final String HOLDS =
            "select exists (select from register_snapshot where sha256 = ? and as_of = ? and state = 'DONE')";

    private static final String LIST = """
            select * from register_snapshot where (imported_at, id) < (?, ?)
             order by imported_at desc, id desc limit ?""";

    private static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0xFFFFFFFFFFFFFFFFL, 0xFFFFFFFFFFFFFFFFL));

    private final Sql sql;
    private final Clock clock;

    RegisterSnapshots(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** Newest first. */
    public List<RegisterSnapshot> find(Cursor after, int most) {
        var from = after == null ? NEWEST : after;
        return sql.rows(LIST, RegisterSnapshots::snapshot, Timestamp.from(from.at()), from.id(), most);
    }

    /** Until the transaction ends. */
    boolean isMine() {
        return sql.rows(TRY, row -> row.getBoolean(1), LOCK).get(0);
    }

    void awaitTurn() {
        sql.rows(WAIT, row -> row.getString(1), LOCK);
    }

    boolean holds(String sha256, LocalDate asOf) {
        return sql.rows(HOLDS, row -> row.getBoolean(1), sha256, asOf).get(0);
    }

    UUID begin(LocalDate asOf, RegisterSource source, String by) {
        var id = Ids.next();
        sql.change(BEGIN, id, asOf, source.name(), Timestamp.from(clock.instant()), by);
        return id;
    }

    void done(ImportSummary summary, String sha256) {
        sql.change(
                DONE,
                sha256,
                summary.read(),
                summary.added(),
                summary.changed(),
                summary.unchanged(),
                summary.refused(),
                summary.id());
    }

    void failed(UUID id) {
        sql.change(FAIL, id);
    }

    private static RegisterSnapshot snapshot(ResultSet row) throws SQLException {
        return new RegisterSnapshot(
                row.getObject("id", UUID.class),
                row.getObject("as_of", LocalDate.class),
                RegisterSource.valueOf(row.getString("source")),
                row.getTimestamp("imported_at").toInstant(),
                row.getString("imported_by"),
                State.valueOf(row.getString("state")),
                row.getString("sha256"),
                row.getInt("read"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("refused"));
    }
}
