package org.notificationhub.routing.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.http.Cursor;

@ApplicationScoped
public class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    /** In the order they were made, after {@code cursor}. */
    public List<Delivery> find(DeliveryFilter filter, Cursor cursor, int limit) {
        var conditions = filter.conditions().after(cursor);
        return find(
                        "from Delivery d join fetch d.notification n where " + conditions.text()
                                + " order by d.createdAt, d.id",
                        conditions.given())
                .page(0, limit)
                .list();
    }

    /** Of one notification, in the order they were made. */
    public List<Delivery> of(UUID notificationId) {
        return list("notification.id = ?1 order by createdAt, id", notificationId);
    }

    public long count(DeliveryFilter filter) {
        var conditions = filter.conditions();
        return count("from Delivery d join d.notification n where " + conditions.text(), conditions.given());
    }

    public List<Attempt> attempts(UUID id) {
        return getEntityManager()
                .createQuery("from Attempt where key.deliveryId = ?1 order by key.number", Attempt.class)
                .setParameter(1, id)
                .getResultList();
    }

    Attempt attempt(UUID deliveryId, int number) {
        return getEntityManager().find(Attempt.class, new Attempt.Key(deliveryId, number));
    }

    /**
     * Whether the authority may have stored it in an attempt that went unanswered. A rejection is the last word on the last
     * attempt, even where that word came later.
     */
    boolean mayBeThereUnseen(Delivery delivery) {
        var settled = delivery.status() == DeliveryStatus.REJECTED ? delivery.attempts() : 0;
        return getEntityManager()
                .createQuery(
                        "select count(*) > 0 from Attempt where key.deliveryId = ?1 and key.number <> ?2"
                                + " and outcome = NO_ANSWER",
                        Boolean.class)
                .setParameter(1, delivery.id())
                .setParameter(2, settled)
                .getSingleResult();
    }

    void keep(Retry retry) {
        getEntityManager().persist(retry);
    }

    /** In the order they were asked for. */
    public List<Retry> retries(UUID id) {
        return getEntityManager()
                .createQuery("from Retry where key.deliveryId = ?1 order by key.afterAttempt", Retry.class)
                .setParameter(1, id)
                .getResultList();
    }
}
