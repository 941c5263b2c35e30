package org.notificationhub.intake.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.http.Cursor;
import org.notificationhub.intake.notification.Sender;
import org.notificationhub.intake.status.Interest;

/** Webhooks as their subscribers see them: a caller sees those of which it acts for every provider. */
@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {

    /** In SQL, so that a receiver that is there already is no error, whose words would hold its address. */
    private static final String INSERT = """
            insert into webhook (id, created_at, url, provider_ids, statuses, secret, position)
            values (?, ?, ?, ?, ?, ?, (select coalesce(max(position), 0) from status_change))
            on conflict (url, provider_ids) do nothing""";

    private final DataSource database;

    WebhookRepository(DataSource database) {
        this.database = database;
    }

    /** Told of what comes from now on. False where this receiver is told of these providers' changes already. */
    boolean insert(UUID id, Instant at, String url, Interest interest, byte[] secret) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setString(3, url);
            insert.setArray(4, interest.providerArray(connection));
            insert.setArray(5, interest.statusArray(connection));
            insert.setBytes(6, secret);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("A webhook cannot be written", e);
        }
    }

    Optional<Webhook> find(UUID id, Sender sender) {
        return findByIdOptional(id).filter(webhook -> webhook.isSeenBy(sender));
    }

    /** Locked: while a replica notes an attempt, it is not changed, and the other way round. */
    Optional<Webhook> lock(UUID id, Sender sender) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(webhook -> webhook.isSeenBy(sender));
    }

    /** In the order they were registered, after {@code cursor}. */
    List<Webhook> list(Sender sender, Cursor cursor, int limit) {
        var query = new StringBuilder("1 = 1");
        var given = new HashMap<String, Object>();
        if (!sender.actsForAll()) {
            query.append(" and array_includes(:mine, providerIds)");
            given.put("mine", sender.providerIds().toArray(String[]::new));
        }
        if (cursor != null) {
            query.append(" and (createdAt > :at or createdAt = :at and id > :id)");
            given.putAll(Map.of("at", cursor.at(), "id", cursor.id()));
        }
        return find(query.append(" order by createdAt, id").toString(), given)
                .page(0, limit)
                .list();
    }
}
