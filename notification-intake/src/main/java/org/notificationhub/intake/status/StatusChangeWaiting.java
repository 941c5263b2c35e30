package org.notificationhub.intake.status;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.notificationhub.events.NotificationStatus;

/**
 * A change that its sender caused, to be told in the transaction that makes it. Whoever appends it holds the lock of the
 * notification.
 *
 * @param duties as the notification keeps them, in JSON; likewise {@code deliveries}
 */
public record StatusChangeWaiting(
        UUID id,
        UUID notificationId,
        int version,
        NotificationStatus status,
        NotificationStatus previousStatus,
        String duties,
        String deliveries,
        String because,
        Instant at) {

    private static final String APPEND = """
            insert into status_change_waiting
                   (id, notification_id, version, status, previous_status, duties, deliveries, because, at)
            values (?, ?, ?, ?, ?, in_short(?::jsonb), in_short(?::jsonb), ?, ?)""";

    public void append(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(APPEND)) {
            insert.setObject(1, id);
            insert.setObject(2, notificationId);
            insert.setInt(3, version);
            insert.setString(4, status.name());
            insert.setString(5, previousStatus.name());
            insert.setString(6, duties);
            insert.setString(7, deliveries);
            insert.setString(8, because);
            insert.setTimestamp(9, Timestamp.from(at));
            insert.executeUpdate();
        }
    }
}
