package org.notificationhub.irmer.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.http.Cursor;
import org.notificationhub.irmer.report.ReportingYear;

/** The table of snapshots, which is only ever added to. */
@ApplicationScoped
class SnapshotRepository {

    private static final String ADD = """
            insert into snapshot (id, year, as_of, taken_at, taken_by, hash, book) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (year, as_of) do nothing""";

    private static final String SNAPSHOT = "select id, year, as_of, taken_at, taken_by, hash from snapshot ";

    private static final String OF_A_TIME = SNAPSHOT + "where year = ? and as_of = ?";

    private static final String BY_ID = SNAPSHOT + "where year = ? and id = ?";

    private static final String NEWEST_FIRST = SNAPSHOT + """
            where year = ? and (taken_at, id) < (?, ?) order by taken_at desc, id desc limit ?""";

    private static final UUID LAST_ID = new UUID(-1, -1);

    private final DataSource database;

    SnapshotRepository(DataSource database) {
        this.database = database;
    }

    /** @return false where the year was frozen as of that time before */
    boolean add(Snapshot snapshot, byte[] book) {
        return ask(ADD, insert -> {
                    insert.setObject(1, snapshot.id());
                    insert.setInt(2, snapshot.year().startYear());
                    insert.setObject(3, utc(snapshot.asOf()));
                    insert.setObject(4, utc(snapshot.takenAt()));
                    insert.setString(5, snapshot.takenBy());
                    insert.setString(6, snapshot.hash());
                    insert.setBytes(7, book);
                    return insert.executeUpdate();
                })
                == 1;
    }

    Optional<Snapshot> asOf(ReportingYear year, Instant asOf) {
        return ask(OF_A_TIME, select -> {
            select.setInt(1, year.startYear());
            select.setObject(2, utc(asOf));
            return snapshots(select).stream().findFirst();
        });
    }

    Optional<Snapshot> byId(ReportingYear year, UUID id) {
        return ask(BY_ID, select -> {
            select.setInt(1, year.startYear());
            select.setObject(2, id);
            return snapshots(select).stream().findFirst();
        });
    }

    byte[] book(UUID id) {
        return ask("select book from snapshot where id = ?", select -> {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBytes("book");
            }
        });
    }

    /** @param after null for the beginning */
    List<Snapshot> newestFirst(ReportingYear year, Cursor after, int limit) {
        return ask(NEWEST_FIRST, select -> {
            select.setInt(1, year.startYear());
            select.setObject(2, after == null ? OffsetDateTime.MAX : utc(after.at()));
            select.setObject(3, after == null ? LAST_ID : after.id());
            select.setInt(4, limit);
            return snapshots(select);
        });
    }

    private static List<Snapshot> snapshots(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var snapshots = new ArrayList<Snapshot>();
            while (rows.next()) {
                snapshots.add(snapshot(rows));
            }
            return snapshots;
        }
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                row.getObject("id", UUID.class),
                new ReportingYear(row.getInt("year")),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getString("taken_by"),
                row.getString("hash"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The snapshots cannot be reached", e);
        }
    }

    private interface Question<T> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
