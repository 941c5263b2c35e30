package org.notificationhub.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.events.Decision;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.delivery.StoredJson;

/** The decision that holds for each notification, over the whole history, a stretch at a time. */
@ApplicationScoped
class DecidedNotifications {

    static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final String DECIDED = """
            select d.id, d.notification_id, d.version, d.decided_at, d.body, v.content
              from decision d
              join notification n on n.id = d.notification_id and not n.withdrawn
              join notification_version v on v.notification_id = d.notification_id and v.version = d.version
               and v.content is not null
            """;

    private static final String NEXT = DECIDED + """
             where (d.decided_at, d.id) > (?, ?)
               and not exists (select from decision later
                                where later.notification_id = d.notification_id
                                  and (later.decided_at, later.id) > (d.decided_at, d.id))
             order by d.decided_at, d.id limit ?""";

    private static final String OF =
            DECIDED + " where d.notification_id = ? order by d.decided_at desc, d.id desc limit 1";

    private final DataSource database;

    DecidedNotifications(DataSource database) {
        this.database = database;
    }

    /** Those decided after {@code place}, the earliest first; withdrawn and erased ones are left out. */
    List<Decided> after(Cursor place, int most) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NEXT)) {
            statement.setTimestamp(1, Timestamp.from(place.at()));
            statement.setObject(2, place.id());
            statement.setInt(3, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Decided>();
                while (row.next()) {
                    found.add(Decided.of(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The decisions cannot be read", e);
        }
    }

    /** Empty where it has been withdrawn, or was never decided. */
    Optional<Decided> of(UUID notificationId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OF)) {
            statement.setObject(1, notificationId);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(Decided.of(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A decision cannot be read", e);
        }
    }

    /** A decision that holds, with what it was about. */
    record Decided(
            UUID decisionId,
            UUID notificationId,
            int version,
            Instant decidedAt,
            Decision decision,
            NotificationContent content) {

        private static Decided of(ResultSet row) throws SQLException {
            return new Decided(
                    row.getObject("id", UUID.class),
                    row.getObject("notification_id", UUID.class),
                    row.getInt("version"),
                    row.getTimestamp("decided_at").toInstant(),
                    StoredJson.read(row.getString("body"), Decision.class),
                    StoredJson.read(row.getString("content"), NotificationContent.class));
        }

        Cursor place() {
            return new Cursor(decidedAt, decisionId);
        }
    }
}
