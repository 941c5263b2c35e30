package org.notificationhub.irmer.classification;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The table of what reviews found. Rows are only ever added. */
@ApplicationScoped
public class ClassificationRepository {

    /** As one document, because each row has lists of its own. */
    private static final String ADD = """
            insert into classification (notification_id, revision, recorded_at, assigned_by, sub_modality, tiers, factors)
            select notification_id, revision, ?, assigned_by, sub_modality, tiers, factors
              from json_to_recordset(?::json) as given (notification_id uuid, revision int, assigned_by text,
                                                        sub_modality text, tiers text[], factors text[])""";

    private static final String CURRENT = """
            select distinct on (notification_id) * from classification
             where notification_id = any(?) order by notification_id, revision desc""";

    private static final String HISTORY = "select * from classification where notification_id = ? order by revision";

    private final DataSource database;
    private final ObjectMapper json;

    ClassificationRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param recordedAt of all of them, as the counts gave it */
    public void add(Collection<Revision> revisions, Instant recordedAt) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
            statement.setString(
                    2, json.writeValueAsString(revisions.stream().map(Row::of).toList()));
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The classifications cannot be written", e);
        }
    }

    /** The newest of each notification that has any. */
    public Map<UUID, Revision> current(Collection<UUID> notificationIds) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CURRENT)) {
            statement.setArray(1, connection.createArrayOf("uuid", notificationIds.toArray()));
            try (var rows = statement.executeQuery()) {
                return revisions(rows).stream().collect(toMap(Revision::notificationId, Function.identity()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The classifications cannot be read", e);
        }
    }

    /** All of a notification, the first one first. */
    public List<Revision> history(UUID notificationId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(HISTORY)) {
            statement.setObject(1, notificationId);
            try (var rows = statement.executeQuery()) {
                return revisions(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The classifications cannot be read", e);
        }
    }

    private static List<Revision> revisions(ResultSet rows) throws SQLException {
        var revisions = new ArrayList<Revision>();
        while (rows.next()) {
            revisions.add(new Revision(
                    rows.getObject("notification_id", UUID.class),
                    rows.getInt("revision"),
                    rows.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    rows.getString("assigned_by"),
                    new Classification(
                            rows.getString("sub_modality"),
                            list(rows.getArray("tiers")),
                            list(rows.getArray("factors")))));
        }
        return revisions;
    }

    private static List<String> list(Array array) throws SQLException {
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }

    /** As the statement names it. */
    private record Row(
            UUID notification_id,
            int revision,
            String assigned_by,
            String sub_modality,
            List<String> tiers,
            List<String> factors) {

        static Row of(Revision revision) {
            var said = revision.classification();
            return new Row(
                    revision.notificationId(),
                    revision.number(),
                    revision.assignedBy(),
                    said.subModality(),
                    said.tiers(),
                    said.factors());
        }
    }
}
