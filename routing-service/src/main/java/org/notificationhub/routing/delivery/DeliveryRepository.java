package org.notificationhub.routing.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.rule.Authority;

@ApplicationScoped
public class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    /**
     * In the order they were made, after {@code cursor}.
     *
     * @param destination null for any
     * @param state null for any
     */
    public List<Delivery> find(Authority destination, DeliveryStatus state, Cursor cursor, int limit) {
        var query = new StringBuilder("true = true");
        var given = new HashMap<String, Object>();
        if (destination != null) {
            query.append(" and authority = :destination");
            given.put("destination", destination);
        }
        if (state != null) {
            query.append(" and status = :state");
            given.put("state", state);
        }
        if (cursor != null) {
            query.append(" and (createdAt > :at or createdAt = :at and id > :id)");
            given.put("at", cursor.at());
            given.put("id", cursor.id());
        }
        return find(query.append(" order by createdAt, id").toString(), given)
                .page(0, limit)
                .list();
    }

    /** Of one notification, in the order they were made. */
    public List<Delivery> of(UUID notificationId) {
        return list("notification.id = ?1 order by createdAt, id", notificationId);
    }

    boolean isTo(Authority authority, UUID id) {
        return count("id = ?1 and authority = ?2", id, authority) == 1;
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
}
