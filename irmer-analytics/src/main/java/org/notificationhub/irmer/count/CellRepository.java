package org.notificationhub.irmer.count;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.notificationhub.irmer.report.ReportingYear;

/** The tables of the counts that are kept. */
@ApplicationScoped
class CellRepository {

    private static final String WAIT = "select pg_advisory_xact_lock(?)";

    /** Whole milliseconds, since that is what an answer can say; never the same time twice. */
    private static final String OPEN = """
            update ledger set written_at = greatest(date_trunc('milliseconds', clock_timestamp()),
                                                    written_at + interval '1 millisecond')
            returning written_at""";

    private static final String ADD_CELLS = """
            insert into cell (year, dimension, path)
            select year, dimension, path::text[] from unnest(?::int[], ?::text[], ?::text[]) as wanted(year, dimension, path)
            on conflict do nothing""";

    private static final String CELLS = "select id, year, dimension, path, total from cell";

    private static final String CELLS_OF = """
            select cell.* from cell
              join unnest(?::int[], ?::text[], ?::text[]) as wanted(year, dimension, path)
                on cell.year = wanted.year and cell.dimension = wanted.dimension and cell.path = wanted.path::text[]""";

    private static final String COUNTED =
            "select notification_id, year, cells from counted where notification_id = any(?) and until = 'infinity'";

    private static final String CLOSE =
            "update counted set until = ? where notification_id = any(?) and until = 'infinity'";

    private static final String COUNT = """
            insert into counted (notification_id, since, year, cells)
            select id, ?, year, cells::int[] from unnest(?::uuid[], ?::int[], ?::text[]) as now(id, year, cells)""";

    private static final String ADD = """
            with grown as (
                update cell set total = total + by
                  from unnest(?::int[], ?::int[]) as change(cell, by) where id = change.cell
                returning id, total)
            insert into tally (cell, recorded_at, total) select id, ?, total from grown""";

    private static final String NEWEST = """
            select id, year, dimension, path, tally.total from cell
              join lateral (select total from tally where cell = cell.id order by recorded_at desc limit 1) tally on true""";

    private final DataSource database;
    private final Map<Cell, Integer> ids = new ConcurrentHashMap<>();

    CellRepository(DataSource database) {
        this.database = database;
    }

    Instant open(int lock) {
        ask(WAIT, wait -> {
            wait.setInt(1, lock);
            return wait.execute();
        });
        return ask(OPEN, update -> {
            try (var row = update.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    /** The ids of these cells. Those that are new are made in a transaction of their own, so what is remembered is there. */
    Map<Cell, Integer> ids(Collection<List<Cell>> cells) {
        var unknown = new HashSet<Cell>();
        cells.forEach(
                each -> each.stream().filter(cell -> !ids.containsKey(cell)).forEach(unknown::add));
        if (!unknown.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> make(List.copyOf(unknown)));
        }
        return ids;
    }

    /** Where each of these counts now; those that never did are left out. */
    Map<UUID, Place> counted(Collection<UUID> notifications) {
        return ask(COUNTED, select -> {
            select.setArray(1, array(select, "uuid", notifications));
            try (var rows = select.executeQuery()) {
                var counted = new HashMap<UUID, Place>();
                while (rows.next()) {
                    counted.put(rows.getObject("notification_id", UUID.class), place(rows));
                }
                return counted;
            }
        });
    }

    /** From now on these count nowhere. */
    void close(List<UUID> notifications, Instant at) {
        if (notifications.isEmpty()) {
            return;
        }
        ask(CLOSE, update -> {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setArray(2, array(update, "uuid", notifications));
            return update.executeUpdate();
        });
    }

    /** From now on these, which count nowhere, count there. */
    void count(Map<UUID, Place> notifications, Instant at) {
        var places = List.copyOf(notifications.entrySet());
        var ids = places.stream().map(Map.Entry::getKey).toList();
        ask(COUNT, insert -> {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setArray(2, array(insert, "uuid", ids));
            insert.setArray(
                    3,
                    array(
                            insert,
                            "int",
                            places.stream().map(each -> each.getValue().year()).toList()));
            insert.setArray(
                    4,
                    array(
                            insert,
                            "text",
                            places.stream()
                                    .map(each -> literal(each.getValue().cells()))
                                    .toList()));
            return insert.executeUpdate();
        });
    }

    void add(Map<Integer, Integer> changes, Instant at) {
        ask(ADD, insert -> {
            insert.setArray(1, array(insert, "int", changes.keySet()));
            insert.setArray(2, array(insert, "int", changes.values()));
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
        });
    }

    /** The totals that are kept to be added to. */
    Map<Cell, Integer> totals() {
        return ask(CELLS, CellRepository::totals);
    }

    /** The totals that are read: of each cell the newest. */
    Map<Cell, Integer> newest() {
        return ask(NEWEST, CellRepository::totals);
    }

    private void make(List<Cell> cells) {
        ask(ADD_CELLS, insert -> {
            put(cells, insert);
            return insert.executeUpdate();
        });
        ask(CELLS_OF, select -> {
            put(cells, select);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.put(cell(rows), rows.getInt("id"));
                }
                return ids;
            }
        });
    }

    private static void put(List<Cell> cells, PreparedStatement statement) throws SQLException {
        statement.setArray(
                1,
                array(
                        statement,
                        "int",
                        cells.stream().map(each -> each.year().startYear()).toList()));
        statement.setArray(
                2,
                array(
                        statement,
                        "text",
                        cells.stream().map(each -> each.dimension().name()).toList()));
        statement.setArray(
                3,
                array(
                        statement,
                        "text",
                        cells.stream().map(each -> literal(each.path())).toList()));
    }

    /** An array within an array, which the driver cannot send: each is cast where it arrives. */
    private static String literal(List<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getObject("year", Integer.class), Arrays.asList((Integer[])
                row.getArray("cells").getArray()));
    }

    private static Map<Cell, Integer> totals(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var totals = new HashMap<Cell, Integer>();
            while (rows.next()) {
                totals.put(cell(rows), rows.getInt("total"));
            }
            return totals;
        }
    }

    static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                new ReportingYear(row.getInt("year")),
                Dimension.valueOf(row.getString("dimension")),
                Arrays.asList((String[]) row.getArray("path").getArray()));
    }

    private static Array array(PreparedStatement statement, String type, Collection<?> values) throws SQLException {
        return statement.getConnection().createArrayOf(type, values.toArray());
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The counts cannot be reached", e);
        }
    }

    private interface Question<T> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
