package org.notificationhub.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** The keys callers gave to changes of a notification, kept as long as the notification. */
@ApplicationScoped
class IdempotencyKeys {

    private static final String FIND = """
            select used.content_hash, notification_id, version, made.received_at
              from idempotency_key used join notification_version made using (notification_id, version)
             where client = ? and path = ? and key = ?""";

    private static final String REMEMBER = """
            insert into idempotency_key (client, path, key, content_hash, notification_id, version)
            values (?, ?, ?, ?, ?, ?)""";

    private final DataSource database;

    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /** What the key made before; refused where it was used for other content. */
    Optional<Stored> find(IdempotencyKey key, ContentHash hash) {
        if (key == null) {
            return Optional.empty();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setString(1, key.client());
            select.setString(2, key.path());
            select.setString(3, key.key());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString("content_hash").equals(hash.hex())) {
                    var kind = ProblemKind.IDEMPOTENCY_KEY_REUSED;
                    throw new Refusal(kind, kind.remedy());
                }
                return Optional.of(new Stored(
                        row.getObject("notification_id", UUID.class),
                        row.getInt("version"),
                        row.getTimestamp("received_at").toInstant(),
                        true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The idempotency keys cannot be read", e);
        }
    }

    void remember(IdempotencyKey key, ContentHash hash, NotificationVersion.Key version) {
        if (key == null) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, key.client());
            insert.setString(2, key.path());
            insert.setString(3, key.key());
            insert.setString(4, hash.hex());
            insert.setObject(5, version.notificationId());
            insert.setInt(6, version.version());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The idempotency keys cannot be written", e);
        }
    }
}
