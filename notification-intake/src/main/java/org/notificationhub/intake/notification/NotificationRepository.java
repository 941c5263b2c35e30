package org.notificationhub.intake.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.Cursor;

@ApplicationScoped
public class NotificationRepository implements PanacheRepositoryBase<Notification, UUID> {

    /** With everything that was said and became of it, read at one moment. */
    @Transactional
    public Optional<NotificationHistory> history(UUID id) {
        return findByIdOptional(id)
                .map(notification -> new NotificationHistory(notification, versions(id), timeline(id)));
    }

    /** With what is said now, read at one moment. */
    @Transactional
    public Optional<NotificationHistory> current(UUID id) {
        return findByIdOptional(id)
                .map(notification ->
                        new NotificationHistory(notification, List.of(currentVersion(notification)), List.of()));
    }

    /** In the order they were received, after {@code cursor}. */
    @Transactional
    public List<Notification> find(Filter filter, Cursor cursor, int limit) {
        var query = new StringBuilder("receivedAt >= :from and receivedAt < :to");
        var given = new HashMap<String, Object>(Map.of("from", filter.from(), "to", filter.to()));
        if (filter.providerIds() != null) {
            query.append(" and providerId in :providers");
            given.put("providers", filter.providerIds());
        }
        if (filter.type() != null) {
            query.append(" and type = :type");
            given.put("type", filter.type());
        }
        if (filter.status() != null) {
            query.append(" and status = :status");
            given.put("status", filter.status());
        }
        if (filter.reference() != null) {
            query.append(" and reference = :reference");
            given.put("reference", filter.reference());
        }
        if (cursor != null) {
            query.append(" and (receivedAt > :at or receivedAt = :at and id > :id)");
            given.put("at", cursor.at());
            given.put("id", cursor.id());
        }
        return find(query.append(" order by receivedAt, id").toString(), given)
                .page(0, limit)
                .list();
    }

    Optional<Notification> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    NotificationVersion currentVersion(Notification notification) {
        return getEntityManager()
                .find(
                        NotificationVersion.class,
                        new NotificationVersion.Key(notification.id(), notification.currentVersion()));
    }

    private List<NotificationVersion> versions(UUID id) {
        return getEntityManager()
                .createQuery(
                        "from NotificationVersion where key.notificationId = ?1 order by key.version",
                        NotificationVersion.class)
                .setParameter(1, id)
                .getResultList();
    }

    private List<TimelineEntry> timeline(UUID id) {
        return getEntityManager()
                .createQuery(
                        "from TimelineEntry where key.notificationId = ?1 order by key.revision", TimelineEntry.class)
                .setParameter(1, id)
                .getResultList();
    }

    /** @param providerIds null for every provider's */
    public record Filter(
            List<String> providerIds,
            String type,
            NotificationStatus status,
            String reference,
            Instant from,
            Instant to) {}
}
