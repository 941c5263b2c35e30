package org.notificationhub.routing.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.AvailableHints;
import org.notificationhub.routing.evidence.Evidence;

/** The row of a notification is the one lock for its duties and deliveries: whoever changes any of them holds it. */
@ApplicationScoped
public class RoutedNotificationRepository implements PanacheRepositoryBase<RoutedNotification, UUID> {

    /**
     * Limits, on the way, how long the transaction waits for a lock and how long it may keep one while it does nothing: a
     * replica that was stopped in the middle holds up neither the hands nor the deliveries of the others.
     */
    private static final String NOTIFICATION_OF = """
            select notification_id from delivery
             where id = ?1 and set_config('lock_timeout', '5s', true) is not null
               and set_config('idle_in_transaction_session_timeout', '30s', true) is not null""";

    private final Evidence evidence;

    RoutedNotificationRepository(Evidence evidence) {
        this.evidence = evidence;
    }

    public Optional<RoutedNotification> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Fails where somebody else holds it for longer than {@code patience}. */
    void lock(UUID id, Duration patience) {
        getEntityManager()
                .createNativeQuery("set local lock_timeout = " + patience.toMillis())
                .executeUpdate();
        lock(id).orElseThrow();
    }

    /** Empty too while somebody else holds the lock. */
    Optional<RoutedNotification> lockIfFree(UUID id) {
        return Optional.ofNullable(getEntityManager()
                .find(
                        RoutedNotification.class,
                        id,
                        LockModeType.PESSIMISTIC_WRITE,
                        Map.of(AvailableHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)));
    }

    /** Fails where somebody else holds the lock for long; see {@link #NOTIFICATION_OF}. */
    Delivery lockDelivery(UUID deliveryId) {
        return findAndLock(deliveryId).orElseThrow();
    }

    /** With the lock of its notification. Empty where there is no such delivery. */
    public Optional<Delivery> findAndLock(UUID deliveryId) {
        return notificationOf(deliveryId)
                .map(notificationId -> lock(notificationId).orElseThrow().delivery(deliveryId));
    }

    /** Empty too while somebody else holds the lock. */
    Optional<Delivery> lockDeliveryIfFree(UUID deliveryId) {
        return notificationOf(deliveryId)
                .flatMap(this::lockIfFree)
                .map(notification -> notification.delivery(deliveryId));
    }

    private Optional<UUID> notificationOf(UUID deliveryId) {
        return getEntityManager()
                .createNativeQuery(NOTIFICATION_OF, UUID.class)
                .setParameter(1, deliveryId)
                .getResultStream()
                .findFirst();
    }

    public void keep(NotificationVersion version) {
        getEntityManager().persist(version);
        evidence.add(version.notificationId(), VersionReceived.of(version));
    }

    public NotificationVersion version(UUID id, int version) {
        return getEntityManager().find(NotificationVersion.class, new NotificationVersion.Key(id, version));
    }

    /** Everything the sender has said, the first time first. */
    public List<NotificationVersion> versions(UUID id) {
        return getEntityManager()
                .createQuery(
                        "from NotificationVersion where key.notificationId = ?1 order by key.version",
                        NotificationVersion.class)
                .setParameter(1, id)
                .getResultList();
    }
}
