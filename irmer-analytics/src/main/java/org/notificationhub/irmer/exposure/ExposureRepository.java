package org.notificationhub.irmer.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.notificationhub.events.HubEvent;

/** The tables of what was said, and what is known from them. */
@ApplicationScoped
public class ExposureRepository {

    private static final String EXPOSURE = "IRMER_SAUE";
    private static final String REPORT = "IRMER_SAUE_INVESTIGATION_REPORT";

    private static final String ADD_EXPOSURES = """
            insert into exposure
            select * from json_populate_recordset(
                jsonb_populate_record(null::exposure, jsonb_build_object('recorded_at', ?)), ?::json)
            on conflict (notification_id, version) do nothing""";

    private static final String ADD_REPORTS = ADD_EXPOSURES.replace("exposure", "investigation_report");

    /**
     * What may count otherwise once these have changed: they themselves, the exposures that these reports follow, and those
     * that were ever told alike. More than 32 alike say nothing; one more is looked at, for when that is passed. With a limit
     * or an offset in each, the planner, which sees an empty table when a rebuild begins, cannot choose to read all of it
     * for each batch.
     */
    private static final String TOUCHED = """
            select notification_id from exposure where notification_id = any(?)
            union
            select followed.notification_id
              from investigation_report report
              join lateral (select notification_id from exposure
                             where provider_id = report.provider_id and reference = report.follows_reference
                            offset 0) followed on true
             where report.notification_id = any(?)
            union
            select alike.notification_id
              from exposure told
              join lateral (select notification_id from exposure where likeness = told.likeness limit 33) alike on true
             where told.notification_id = any(?) and told.likeness is not null""";

    /** Each part is read for one exposure at a time: a limit or a sum in it keeps the planner from joining whole tables. */
    private static final String KNOWN = """
            select content.*,
                   case when content.version = 1 then content.said_at else received.said_at end as received_at,
                   highest.withdrawn as is_withdrawn, report.reported_at,
                   review.sub_modality as reviewed_sub_modality, coalesce(review.tiers, '{}') as tiers,
                   review.factors as confirmed, coalesce(twin.found, false) as has_twin
              from unnest(?::uuid[]) asked(id)
              join lateral (select * from exposure where notification_id = asked.id and not withdrawn
                             order by version desc limit 1) content on true
              join lateral (select withdrawn from exposure where notification_id = asked.id
                             order by version desc limit 1) highest on true
              left join lateral (select said_at from exposure
                                  where notification_id = asked.id and version = 1 and content.version > 1
                                  limit 1) received on true
              left join lateral (
                  select min(coalesce(said.told_cqc_at, first.said_at)) as reported_at
                    from (select distinct notification_id from investigation_report
                           where provider_id = content.provider_id
                             and follows_reference = content.reference) following
                    join lateral (select * from investigation_report
                                   where notification_id = following.notification_id and not withdrawn
                                   order by version desc limit 1) said
                      on said.follows_reference = content.reference and not said.test
                    join lateral (select withdrawn from investigation_report
                                   where notification_id = following.notification_id
                                   order by version desc limit 1) latest on not latest.withdrawn
                    left join investigation_report first
                      on first.notification_id = following.notification_id and first.version = 1
              ) report on true
              left join lateral (select * from classification where notification_id = asked.id
                                  order by revision desc limit 1) review on true
              left join lateral (
                  select true as found
                    from (select array_agg(distinct notification_id) as ids, count(*) as versions
                            from (select notification_id from exposure
                                   where likeness = content.likeness limit 33) told) alike
                    join lateral unnest(alike.ids) other(id) on alike.versions between 2 and 32
                    join lateral (select provider_id, likeness from exposure
                                   where notification_id = other.id and not withdrawn
                                   order by version desc limit 1) theirs
                      on theirs.provider_id <> content.provider_id and theirs.likeness = content.likeness
                    join lateral (select withdrawn from exposure where notification_id = other.id
                                   order by version desc limit 1) standing on not standing.withdrawn
                   limit 1
              ) twin on true""";

    private static final String TOUCHED_KNOWN =
            KNOWN.replace("unnest(?::uuid[]) asked(id)", "(" + TOUCHED + ") asked(id)");

    private static final String NEXT =
            "select distinct notification_id from exposure where notification_id > ? order by notification_id limit ?";

    /** Writes rows as the database reads them: {@code snake_case}, times as text. */
    private static final ObjectMapper ROWS = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private final DataSource database;

    ExposureRepository(DataSource database) {
        this.database = database;
    }

    /** Whether this is about an exposure, or a report that follows one. */
    public static boolean isOfInterest(HubEvent.FromSender event) {
        return EXPOSURE.equals(event.notificationType()) || REPORT.equals(event.notificationType());
    }

    /** Keeps what was said; the same version again changes nothing. */
    public void add(List<HubEvent.FromSender> events, Instant recordedAt) {
        add(ADD_EXPOSURES, ofType(EXPOSURE, events).map(Exposure::of).toList(), recordedAt);
        add(ADD_REPORTS, ofType(REPORT, events).map(InvestigationReport::of).toList(), recordedAt);
    }

    /** The exposures that may count otherwise, once what was said in these notifications has changed. */
    public List<KnownExposure> touchedBy(Collection<UUID> changed) {
        return ask(TOUCHED_KNOWN, select -> {
            var ids = uuids(select, changed);
            select.setArray(1, ids);
            select.setArray(2, ids);
            select.setArray(3, ids);
            return knownOnes(select);
        });
    }

    /** Those of which something is known by now; the others are left out. */
    public List<KnownExposure> known(Collection<UUID> exposures) {
        return ask(KNOWN, select -> {
            select.setArray(1, uuids(select, exposures));
            return knownOnes(select);
        });
    }

    /** The next exposures in the order of their ids, to walk through all of them. */
    public List<UUID> after(UUID last, int atMost) {
        return ask(NEXT, select -> {
            select.setObject(1, last);
            select.setInt(2, atMost);
            return ids(select);
        });
    }

    private void add(String sql, List<?> rows, Instant recordedAt) {
        if (rows.isEmpty()) {
            return;
        }
        ask(sql, insert -> {
            insert.setString(1, recordedAt.toString());
            insert.setString(2, json(rows));
            return insert.executeUpdate();
        });
    }

    private static Stream<HubEvent.FromSender> ofType(String type, List<HubEvent.FromSender> events) {
        return events.stream().filter(event -> type.equals(event.notificationType()));
    }

    private static String json(List<?> rows) {
        try {
            return ROWS.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact has no JSON", e);
        }
    }

    private static List<UUID> ids(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private static List<KnownExposure> knownOnes(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var known = new ArrayList<KnownExposure>();
            while (rows.next()) {
                known.add(known(rows));
            }
            return known;
        }
    }

    private static KnownExposure known(ResultSet row) throws SQLException {
        return new KnownExposure(
                row.getObject("notification_id", UUID.class),
                row.getString("provider_id"),
                instant(row, "received_at"),
                instant(row, "told_cqc_at"),
                instant(row, "discovered_at"),
                row.getString("modality"),
                row.getString("sub_modality"),
                row.getString("code"),
                texts(row, "complementary"),
                row.getString("organisation_type"),
                row.getString("country"),
                texts(row, "factors"),
                row.getBoolean("test"),
                row.getBoolean("is_withdrawn"),
                instant(row, "reported_at"),
                row.getString("reviewed_sub_modality"),
                texts(row, "tiers"),
                texts(row, "confirmed"),
                row.getBoolean("has_twin"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }

    private static Array uuids(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        return statement.getConnection().createArrayOf("uuid", ids.toArray());
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The exposures cannot be reached", e);
        }
    }

    private interface Question<T> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
