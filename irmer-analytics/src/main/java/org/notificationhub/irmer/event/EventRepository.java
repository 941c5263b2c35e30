package org.notificationhub.irmer.event;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.report.ReportingYear;

/** Finds the events behind a number. What a page costs grows with the number of years and cells, not with that of events. */
@ApplicationScoped
public class EventRepository {

    private static final String CELLS = """
            select id, year, dimension, path, total from cell
             where (?::int is null or year = ?)
               and exists (select from unnest(?::text[], ?::text[]) as asked (dimension, step)
                            where asked.dimension = cell.dimension and (asked.step is null or asked.step = cell.path[2]))""";

    private static final String CELLS_BY_ID = "select id, year, dimension, path from cell where id = any(?)";

    /** More than 32 alike say nothing, as when they are counted. */
    private static final String FACTS = """
            select asked.id, content.provider_id, coalesce(content.told_cqc_at, received.said_at) as notified_at,
                   coalesce(alike.ids, '{}') as alike
              from unnest(?::uuid[]) as asked (id)
              cross join (select ?::timestamptz as time) as_of
              join lateral (select * from exposure
                             where notification_id = asked.id and not withdrawn and recorded_at <= as_of.time
                             order by version desc limit 1) content on true
              left join exposure received on received.notification_id = asked.id and received.version = 1
              left join lateral (
                  select array_agg(theirs.notification_id order by theirs.notification_id) as ids
                    from (select distinct notification_id
                            from (select notification_id from exposure
                                   where likeness = content.likeness and recorded_at <= as_of.time limit 33) versions) told
                    join lateral (select * from exposure
                                   where notification_id = told.notification_id and not withdrawn
                                     and recorded_at <= as_of.time
                                   order by version desc limit 1) theirs
                      on theirs.likeness = content.likeness and theirs.provider_id <> content.provider_id
                    join lateral (select withdrawn from exposure
                                   where notification_id = told.notification_id and recorded_at <= as_of.time
                                   order by version desc limit 1) standing on not standing.withdrawn) alike on true""";

    private static final UUID BEGINNING = new UUID(0, 0);
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final DataSource database;

    EventRepository(DataSource database) {
        this.database = database;
    }

    /**
     * In the order of their ids, which is that in which the hub received them.
     *
     * @param after the id after which the list goes on; null for its beginning
     * @param asOf as known then; null for now
     */
    public List<Event> find(EventFilter filter, UUID after, int atMost, Instant asOf) {
        try (var connection = database.getConnection()) {
            var searches = searches(filter, atMost, asOf, connection);
            var found = found(searches, Objects.requireNonNullElse(after, BEGINNING), atMost, connection);
            return events(found, Objects.requireNonNullElse(asOf, END_OF_TIME), connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The events cannot be reached", e);
        }
    }

    private static List<YearSearch> searches(EventFilter filter, int atMost, Instant asOf, Connection connection)
            throws SQLException {
        var kept = kept(filter, connection);
        return kept.stream()
                .map(each -> each.cell().year())
                .distinct()
                .flatMap(year -> YearSearch.of(year, kept, filter, asOf, atMost).stream())
                .toList();
    }

    /** The cells that the filter may mean, and those that say how many events a year has. */
    private static List<KeptCell> kept(EventFilter filter, Connection connection) throws SQLException {
        var asked = Stream.concat(
                        filter.conditions().stream(),
                        Stream.of(Condition.in(Dimension.COUNTED), Condition.in(Dimension.LEFT_OUT)))
                .toList();
        var year = filter.year() == null ? null : filter.year().startYear();
        try (var statement = connection.prepareStatement(CELLS)) {
            statement.setObject(1, year);
            statement.setObject(2, year);
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            asked.stream().map(each -> each.dimension().name()).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            asked.stream()
                                    .map(each -> each.steps().isEmpty()
                                            ? null
                                            : each.steps().get(0))
                                    .toArray()));
            try (var rows = statement.executeQuery()) {
                var kept = new ArrayList<KeptCell>();
                while (rows.next()) {
                    kept.add(new KeptCell(rows.getInt("id"), cell(rows), rows.getInt("total")));
                }
                return kept;
            }
        }
    }

    /** The cells of each event, by the event's id and in the order of the list. */
    private static Map<UUID, List<Integer>> found(
            List<YearSearch> searches, UUID after, int atMost, Connection connection) throws SQLException {
        if (searches.isEmpty()) {
            return Map.of();
        }
        var sql = searches.stream()
                .map(search -> search.sql(atMost))
                .collect(joining(
                        " union all ", "select * from (", ") as of_each_year order by notification_id limit ?"));
        try (var statement = connection.prepareStatement(sql)) {
            var place = 0;
            for (var search : searches) {
                for (var value : search.values(after)) {
                    statement.setObject(++place, value);
                }
            }
            statement.setInt(++place, atMost);
            try (var rows = statement.executeQuery()) {
                var found = new LinkedHashMap<UUID, List<Integer>>();
                while (rows.next()) {
                    found.put(rows.getObject("notification_id", UUID.class), Arrays.asList((Integer[])
                            rows.getArray("cells").getArray()));
                }
                return found;
            }
        }
    }

    private static List<Event> events(Map<UUID, List<Integer>> found, Instant asOf, Connection connection)
            throws SQLException {
        var cells =
                cells(found.values().stream().flatMap(List::stream).distinct().toArray(), connection);
        var facts = facts(found.keySet().toArray(), asOf, connection);
        return found.entrySet().stream()
                .map(each -> facts.get(each.getKey())
                        .counted(each.getValue().stream().map(cells::get).toList()))
                .toList();
    }

    private static Map<Integer, Cell> cells(Object[] ids, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(CELLS_BY_ID)) {
            statement.setArray(1, connection.createArrayOf("int", ids));
            try (var rows = statement.executeQuery()) {
                var cells = new HashMap<Integer, Cell>();
                while (rows.next()) {
                    cells.put(rows.getInt("id"), cell(rows));
                }
                return cells;
            }
        }
    }

    private static Map<UUID, Facts> facts(Object[] ids, Instant asOf, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(FACTS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            statement.setObject(2, asOf.atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                var facts = new HashMap<UUID, Facts>();
                while (rows.next()) {
                    var id = rows.getObject("id", UUID.class);
                    facts.put(
                            id,
                            new Facts(
                                    id,
                                    rows.getString("provider_id"),
                                    rows.getObject("notified_at", OffsetDateTime.class)
                                            .toInstant(),
                                    Arrays.asList(
                                            (UUID[]) rows.getArray("alike").getArray())));
                }
                return facts;
            }
        }
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                new ReportingYear(row.getInt("year")),
                Dimension.valueOf(row.getString("dimension")),
                Arrays.asList((String[]) row.getArray("path").getArray()));
    }

    /** What cells do not say of an event. */
    private record Facts(UUID id, String provider, Instant notifiedAt, List<UUID> alike) {

        Event counted(List<Cell> cells) {
            return new Event(id, cells, provider, notifiedAt, alike);
        }
    }
}
