package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.http.Cursor;

/** The work list: what waits for a person, the least time left first. */
@ApplicationScoped
public class ManualTasks {

    private static final String TASKS = """
            select new org.notificationhub.routing.delivery.ManualTask(d, u.endsAt, s)
              from Delivery d join fetch d.notification
              join ListedDuty u on u.notification = d.notification and u.authority = d.authority
              left join ManualSubmission s on s.deliveryId = d.id
             where d.authority = CQC""";

    private static final String TO_DO = "(s is null or s.sentBackAt is not null)";

    private final EntityManager database;

    ManualTasks(EntityManager database) {
        this.database = database;
    }

    /**
     * After {@code cursor}.
     *
     * @param toCheck null for any; else whether somebody has recorded it and another is to confirm
     * @param providerId null for any
     */
    public List<ManualTask> open(Boolean toCheck, String providerId, Cursor cursor, int limit) {
        var query = new StringBuilder(TASKS).append(" and d.status = AWAITING_MANUAL");
        var given = new HashMap<String, Object>();
        if (toCheck != null) {
            query.append(toCheck ? " and not " : " and ").append(TO_DO);
        }
        if (providerId != null) {
            query.append(" and d.notification.providerId = :providerId");
            given.put("providerId", providerId);
        }
        if (cursor != null) {
            query.append(" and (u.endsAt > :at or u.endsAt = :at and d.id > :id)");
            given.put("at", cursor.at());
            given.put("id", cursor.id());
        }
        var tasks = database.createQuery(
                        query.append(" order by u.endsAt, d.id").toString(), ManualTask.class)
                .setMaxResults(limit);
        given.forEach(tasks::setParameter);
        return tasks.getResultList();
    }

    /** Empty where there is no such delivery, or none that is a person's to tell. */
    public Optional<ManualTask> find(UUID id) {
        return database
                .createQuery(TASKS + " and d.id = :id and d.channel <> 'http'", ManualTask.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }
}
