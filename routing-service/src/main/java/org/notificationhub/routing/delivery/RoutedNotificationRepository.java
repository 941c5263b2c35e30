package org.notificationhub.routing.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

    private final Evidence evidence;

    RoutedNotificationRepository(Evidence evidence) {
        this.evidence = evidence;
    }

    public Optional<RoutedNotification> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
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

    Delivery lockDelivery(UUID deliveryId) {
        var notificationId = getEntityManager()
                .createQuery("select notification.id from Delivery where id = ?1", UUID.class)
                .setParameter(1, deliveryId)
                .getSingleResult();
        return lock(notificationId).orElseThrow().delivery(deliveryId);
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
