package org.notificationhub.routing.delivery;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Deliveries to CQC as the schedule finds them. They fall due tomorrow, so that the lanes that run beside a test leave them
 * to a schedule that lives the day after.
 */
final class DueDeliveries {

    private static final String INSERT = """
            with n as (insert into notification (id, type, version, test, withdrawn, revision, decided_as)
                       values (?, 'SERIOUS_INJURY', 1, false, false, 1, 'SERIOUS_INJURY') returning id)
            insert into delivery (id, notification_id, version, authority, channel, purpose, withdrawal, status, attempts,
                                  created_at, next_attempt_at, urgent_by)
            select ?, id, 1, 'CQC', 'http', 'DIRECT', false, 'SCHEDULED', 0, ?, ?, ? from n""";

    /** Before anything that another test may have left behind. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final List<UUID> notifications = new ArrayList<>();
    private final DataSource database;
    private final Clock clock;

    DueDeliveries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return the delivery's id */
    UUID due(int urgency) throws SQLException {
        return due(urgency, Duration.ofHours(20));
    }

    UUID due(int urgency, Duration in) throws SQLException {
        var now = clock.instant();
        var notification = UUID.randomUUID();
        var delivery = UUID.randomUUID();
        notifications.add(notification);
        execute(
                INSERT,
                notification,
                delivery,
                Timestamp.from(now),
                Timestamp.from(now.plus(in)),
                Timestamp.from(LONG_AGO.plusSeconds(urgency)));
        return delivery;
    }

    void due(int urgency, int count) throws SQLException {
        for (var number = 0; number < count; number++) {
            due(urgency);
        }
    }

    int attempts(UUID delivery) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select attempts from delivery where id = ?")) {
            statement.setObject(1, delivery);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    void destination(String state, Object... given) throws SQLException {
        execute("update destination set " + state + " where authority = 'CQC'", given);
    }

    void clear() throws SQLException {
        destination(
                "circuit = 'CLOSED', failed = '{}', openings = 0, open_until = null, ramp = null, held_until = null");
        var ids = notifications.toArray(UUID[]::new);
        execute(
                "delete from attempt where delivery_id in (select id from delivery where notification_id = any (?))",
                (Object) ids);
        execute("delete from delivery where notification_id = any (?)", (Object) ids);
        execute("delete from notification where id = any (?)", (Object) ids);
    }

    void execute(String sql, Object... given) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var place = 0; place < given.length; place++) {
                statement.setObject(
                        place + 1,
                        given[place] instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : given[place]);
            }
            statement.executeUpdate();
        }
    }
}
