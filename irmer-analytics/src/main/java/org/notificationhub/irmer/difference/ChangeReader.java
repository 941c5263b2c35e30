package org.notificationhub.irmer.difference;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.report.ReportingYear;

/** Reads what became of notifications between two times. It costs as much as was changed, to an end. */
@ApplicationScoped
class ChangeReader {

    /** Whoever compares times further apart is told the cells, which suffices. */
    static final int MOST = 10_000;

    private static final String CHANGED = """
            with changed as (
                select distinct notification_id from (
                    select notification_id from counted where since > ? and since <= ? limit %d) any_of_them)
            select (select cells from counted was where was.notification_id = changed.notification_id
                                                    and was.since <= ? and was.until > ?) as was,
                   (select cells from counted now where now.notification_id = changed.notification_id
                                                    and now.since <= ? and now.until > ?) as now
              from changed""".formatted(2 * MOST + 1);

    private static final String CELLS = "select id, year, dimension, path from cell where year = ?";

    private final DataSource database;

    ChangeReader(DataSource database) {
        this.database = database;
    }

    /** How many notifications changed how, by modality; empty where they are too many to read. */
    Optional<Map<Kind, Integer>> changes(ReportingYear year, Instant from, Instant to) {
        try (var connection = database.getConnection()) {
            var pairs = pairs(connection, from, to);
            if (pairs.size() > MOST) {
                return Optional.empty();
            }
            var cells = cells(connection, year);
            var changes = new HashMap<Kind, Integer>();
            for (var pair : pairs) {
                var kind = pair.kind(cells, year);
                if (kind.change() != Change.NONE) {
                    changes.merge(kind, 1, Integer::sum);
                }
            }
            return Optional.of(changes);
        } catch (SQLException e) {
            throw new IllegalStateException("The counts cannot be reached", e);
        }
    }

    private static List<Pair> pairs(Connection connection, Instant from, Instant to) throws SQLException {
        try (var select = connection.prepareStatement(CHANGED)) {
            var since = from.atOffset(ZoneOffset.UTC);
            var until = to.atOffset(ZoneOffset.UTC);
            var times = List.of(since, until, since, since, until, until);
            for (var place = 0; place < times.size(); place++) {
                select.setObject(place + 1, times.get(place));
            }
            try (var rows = select.executeQuery()) {
                var pairs = new ArrayList<Pair>();
                while (rows.next()) {
                    pairs.add(new Pair(ids(rows.getArray("was")), ids(rows.getArray("now"))));
                }
                return pairs;
            }
        }
    }

    private static Map<Integer, Cell> cells(Connection connection, ReportingYear year) throws SQLException {
        try (var select = connection.prepareStatement(CELLS)) {
            select.setInt(1, year.startYear());
            try (var rows = select.executeQuery()) {
                var cells = new HashMap<Integer, Cell>();
                while (rows.next()) {
                    cells.put(rows.getInt("id"), cell(rows));
                }
                return cells;
            }
        }
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                new ReportingYear(row.getInt("year")),
                Dimension.valueOf(row.getString("dimension")),
                Arrays.asList((String[]) row.getArray("path").getArray()));
    }

    private static List<Integer> ids(Array cells) throws SQLException {
        return cells == null ? List.of() : Arrays.asList((Integer[]) cells.getArray());
    }

    /**
     * What a change is counted under.
     *
     * @param from the modality at first; null where the year did not have it
     * @param to the modality at last; null where the year does not have it any more
     */
    record Kind(Change change, String from, String to) {}

    private record Pair(List<Integer> was, List<Integer> now) {

        Kind kind(Map<Integer, Cell> cells, ReportingYear year) {
            var before = was.stream().map(cells::get).filter(Objects::nonNull).toList();
            var after = now.stream().map(cells::get).filter(Objects::nonNull).toList();
            return new Kind(
                    Change.of(before, after, year), Change.modality(before, year), Change.modality(after, year));
        }
    }
}
