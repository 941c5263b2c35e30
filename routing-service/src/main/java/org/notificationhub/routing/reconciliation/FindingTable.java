package org.notificationhub.routing.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.http.Cursor;

/** Findings as the database keeps them, each statement in the transaction of its caller where there is one. */
@ApplicationScoped
public class FindingTable {

    private static final String FOUND =
            "with given as (select ?::timestamptz as now, ?::timestamptz as unproved_before), found as (%s)\n";

    /** What is new, or has other facts; what a person has closed stays so while its facts do. What was over at once is kept too. */
    private static final String OPEN = """
            insert into finding (kind, subject, notification_id, lfpse_id, lfpse_reference, provider_id, since, facts, state,
                                 opened_at, ended_at, ended_because)
            select ?, subject, notification_id, lfpse_id, lfpse_reference, provider_id, since, facts,
                   case when resolution is null then 'OPEN' else 'RESOLVED' end, given.now,
                   case when resolution is not null then given.now end, resolution
              from given, found
             where not exists (select from finding f where f.kind = ? and f.subject = found.subject
                                  and (found.resolution is not null
                                       or f.state in ('OPEN', 'CLOSED') and f.facts = found.facts))
             limit ?
                on conflict (kind, subject) do update
               set notification_id = excluded.notification_id, lfpse_id = excluded.lfpse_id,
                   lfpse_reference = excluded.lfpse_reference, since = excluded.since, facts = excluded.facts,
                   state = excluded.state, ended_at = excluded.ended_at, ended_because = excluded.ended_because,
                   closed_by = null,
                   opened_at = case finding.state when 'OPEN' then finding.opened_at else excluded.opened_at end""";

    private static final String RESOLVE = """
            update finding f
               set state = 'RESOLVED', ended_at = given.now, ended_because = coalesce(over.resolution, ?),
                   notification_id = coalesce(over.notification_id, f.notification_id)
              from given, finding g left join found over on over.subject = g.subject and over.resolution is not null
             where g.id = f.id and f.kind = ? and f.state = 'OPEN'
               and not exists (select from found where found.subject = f.subject and found.resolution is null)""";

    private static final String COUNT = """
            insert into finding_day (day, kind, open, opened)
            select ?, k.kind, count(*) filter (where f.state = 'OPEN'), count(*) filter (where f.opened_at >= ?)
              from unnest(?::text[]) k (kind) left join finding f on f.kind = k.kind and (f.state = 'OPEN' or f.opened_at >= ?)
             group by k.kind order by k.kind
                on conflict (day, kind) do update set open = excluded.open, opened = excluded.opened
            returning day, kind, open, opened""";

    private static final String LIST = """
            select * from finding
             where (?::text is null or kind = ?) and (?::text is null or provider_id = ?) and (?::text is null or state = ?)
               and (opened_at, id) > (?, ?) order by opened_at, id limit ?""";

    private static final String CLOSE = """
            update finding set state = 'CLOSED', ended_at = ?, ended_because = ?, closed_by = ? where id = ? and state = 'OPEN'""";

    private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final DataSource database;

    FindingTable(DataSource database) {
        this.database = database;
    }

    /** @return how many were written: fewer than {@code most}, and there are no more */
    int open(FindingKind kind, Moment moment, int most) {
        return change(
                FOUND.formatted(FindingSql.found(kind)) + OPEN,
                moment.now(),
                moment.unprovedBefore(),
                kind,
                kind,
                most);
    }

    void resolve(FindingKind kind, Moment moment) {
        change(
                FOUND.formatted(FindingSql.found(kind)) + RESOLVE,
                moment.now(),
                moment.unprovedBefore(),
                kind.resolution(),
                kind);
    }

    /** @param began when the London day began */
    List<FindingDay> count(LocalDate day, Instant began) {
        var kinds = Arrays.stream(FindingKind.values()).map(Enum::name).toArray(String[]::new);
        return ask(COUNT, FindingTable::day, day, began, kinds, began);
    }

    /** In the order in which they were opened. Null for any. */
    public List<Finding> find(FindingKind kind, String providerId, Finding.State state, Cursor cursor, int limit) {
        var from = cursor == null ? BEGINNING : cursor;
        return ask(LIST, Finding::of, kind, kind, providerId, providerId, state, state, from.at(), from.id(), limit);
    }

    public Optional<Finding> find(UUID id) {
        return ask("select * from finding where id = ?", Finding::of, id).stream()
                .findFirst();
    }

    public List<FindingDay> days(LocalDate from, LocalDate to) {
        return ask(
                "select * from finding_day where day between ? and ? order by day, kind", FindingTable::day, from, to);
    }

    boolean close(UUID id, Finding.End end) {
        return change(CLOSE, end.at(), end.because(), end.by(), id) == 1;
    }

    private static FindingDay day(ResultSet row) throws SQLException {
        return new FindingDay(
                row.getObject("day", LocalDate.class),
                FindingKind.valueOf(row.getString("kind")),
                row.getInt("open"),
                row.getInt("opened"));
    }

    private int change(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Findings cannot be changed", e);
        }
    }

    private <T> List<T> ask(String sql, Row<T> each, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var row = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (row.next()) {
                    all.add(each.of(row));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Findings cannot be read", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, plain(values[i]));
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        return value instanceof Enum<?> code ? code.name() : value;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param unprovedBefore what was sent before it should have a receipt by now */
    record Moment(Instant now, Instant unprovedBefore) {}
}
