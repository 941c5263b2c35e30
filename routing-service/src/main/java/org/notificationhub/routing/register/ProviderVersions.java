package org.notificationhub.routing.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.notificationhub.routing.rule.ProviderClasses;
import org.notificationhub.routing.rule.Vocabulary;

/** Writes what a snapshot says of providers, as far as it is new. */
@ApplicationScoped
class ProviderVersions {

    /**
     * Each provider is compared with what was in force on the snapshot's day. Something else makes a version from that day
     * on; where a newer snapshot had confirmed the one before, that one comes back on the newer one's day. What a source
     * does not have (a status, an ODS code) stays as known.
     */
    private static final String WRITE = """
            with snapshot as (select ?::uuid as id, ?::date as as_of, ?::date as next),
            said as (
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    as s (provider_id, name, ownership, sector, registration_status, ods_code, class, contradictory)),
            compared as (
                select s.provider_id, s.name, s.ownership, s.sector, s.class, s.contradictory,
                       coalesce(s.registration_status, v.registration_status) as registration_status,
                       coalesce(s.ods_code, v.ods_code) as ods_code,
                       v.valid_from as known_from,
                       v.valid_from is not null
                           and (s.name, s.ownership, s.sector, s.class, s.contradictory,
                                coalesce(s.registration_status, v.registration_status), coalesce(s.ods_code, v.ods_code))
                               is not distinct from
                               (v.name, v.ownership, v.sector, v.class, v.contradictory,
                                v.registration_status, v.ods_code) as same
                  from said s left join lateral (
                       select * from provider_version known
                        where known.provider_id = s.provider_id and known.valid_from <= (select as_of from snapshot)
                        order by known.valid_from desc limit 1) v on true),
            confirmed as (
                update provider_version v set last_seen = snapshot.as_of
                  from compared c, snapshot
                 where c.same and v.provider_id = c.provider_id and v.valid_from = c.known_from
                   and v.last_seen < snapshot.as_of),
            superseded as (
                update provider_version v set last_seen = snapshot.as_of - 1
                  from compared c, snapshot
                 where not c.same and v.provider_id = c.provider_id and v.valid_from = c.known_from
                   and v.valid_from < snapshot.as_of and v.last_seen >= snapshot.as_of),
            restored as (
                insert into provider_version (provider_id, valid_from, last_seen, name, ownership, sector,
                                              registration_status, ods_code, class, contradictory, snapshot_id)
                select v.provider_id, snapshot.next, v.last_seen, v.name, v.ownership, v.sector,
                       v.registration_status, v.ods_code, v.class, v.contradictory, v.snapshot_id
                  from compared c join provider_version v
                       on v.provider_id = c.provider_id and v.valid_from = c.known_from, snapshot
                 where not c.same and v.last_seen >= snapshot.next
                on conflict do nothing),
            written as (
                insert into provider_version (provider_id, valid_from, last_seen, name, ownership, sector,
                                              registration_status, ods_code, class, contradictory, snapshot_id)
                select c.provider_id, snapshot.as_of, snapshot.as_of, c.name, c.ownership, c.sector,
                       c.registration_status, c.ods_code, c.class, c.contradictory, snapshot.id
                  from compared c, snapshot
                 where not c.same
                on conflict (provider_id, valid_from) do update
                   set last_seen = excluded.last_seen, name = excluded.name, ownership = excluded.ownership,
                       sector = excluded.sector, registration_status = excluded.registration_status,
                       ods_code = excluded.ods_code, class = excluded.class,
                       contradictory = excluded.contradictory, snapshot_id = excluded.snapshot_id)
            select count(*) filter (where known_from is null) as added,
                   count(*) filter (where known_from is not null and not same) as changed,
                   count(*) filter (where same) as unchanged
              from compared""";

    private static final String NEXT =
            "select min(as_of) as next from register_snapshot where state = 'DONE' and as_of > ?";

    private final DataSource database;
    private final ProviderClasses classes;

    ProviderVersions(DataSource database, Vocabulary vocabulary) {
        this.database = database;
        this.classes = vocabulary.classes();
    }

    /** For the snapshot that is being taken in; it writes in the transaction of its caller. */
    Writer writer(UUID snapshot, LocalDate asOf) {
        var next = next(asOf);
        return rows -> {
            try (var connection = database.getConnection();
                    var write = connection.prepareStatement(WRITE)) {
                write.setObject(1, snapshot);
                write.setObject(2, asOf);
                write.setObject(3, next);
                var columns = new Columns(connection, rows);
                write.setArray(4, columns.text(RegisterRow::providerId));
                write.setArray(5, columns.text(RegisterRow::name));
                write.setArray(6, columns.text(RegisterRow::ownership));
                write.setArray(7, columns.text(RegisterRow::sector));
                write.setArray(8, columns.text(RegisterRow::status));
                write.setArray(9, columns.text(RegisterRow::odsCode));
                write.setArray(
                        10, columns.text(row -> reading(row).providerClass().code()));
                write.setArray(11, columns.of("bool", row -> reading(row).contradictory()));
                try (var counted = write.executeQuery()) {
                    counted.next();
                    return new Counts(counted.getInt("added"), counted.getInt("changed"), counted.getInt("unchanged"));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The register cannot be written", e);
            }
        };
    }

    private ProviderClasses.Reading reading(RegisterRow row) {
        return classes.read(row.ownership(), row.sector());
    }

    private LocalDate next(LocalDate asOf) {
        return new Sql(database)
                .rows(NEXT, row -> row.getObject("next", LocalDate.class), asOf)
                .get(0);
    }

    interface Writer {
        Counts write(List<RegisterRow> rows);
    }

    /** Of providers. */
    record Counts(int added, int changed, int unchanged) {

        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(added + more.added, changed + more.changed, unchanged + more.unchanged);
        }
    }

    private record Columns(Connection connection, List<RegisterRow> rows) {

        java.sql.Array text(Function<RegisterRow, String> column) throws SQLException {
            return of("text", column);
        }

        java.sql.Array of(String type, Function<RegisterRow, ?> column) throws SQLException {
            return connection.createArrayOf(type, rows.stream().map(column).toArray());
        }
    }
}
