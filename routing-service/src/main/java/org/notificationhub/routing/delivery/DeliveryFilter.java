package org.notificationhub.routing.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.rule.Authority;

/**
 * Which deliveries are meant. Null means any.
 *
 * @param type of the notification, as its sender said
 * @param createdTo the first moment that is not meant any more
 */
public record DeliveryFilter(
        DeliveryStatus state,
        Authority destination,
        String type,
        String providerId,
        UUID notificationId,
        Instant createdFrom,
        Instant createdTo,
        List<UUID> ids) {

    /** Conditions on {@code Delivery d join d.notification n}, in HQL. */
    public Conditions conditions() {
        var conditions = new Conditions();
        if (state != null) {
            // As a literal: for a parameter, PostgreSQL could not use the index of those that have stopped.
            conditions.text.append(" and d.status = ").append(state);
        }
        conditions.add(" and d.authority = :destination", "destination", destination);
        conditions.add(" and n.type = :type", "type", type);
        conditions.add(" and n.providerId = :providerId", "providerId", providerId);
        conditions.add(" and n.id = :notificationId", "notificationId", notificationId);
        conditions.add(" and d.createdAt >= :createdFrom", "createdFrom", createdFrom);
        conditions.add(" and d.createdAt < :createdTo", "createdTo", createdTo);
        conditions.add(" and d.id in (:ids)", "ids", ids);
        return conditions;
    }

    /** What to add to a query, and its parameters. */
    public static final class Conditions {

        private final StringBuilder text = new StringBuilder("true = true");
        private final Map<String, Object> given = new HashMap<>();

        /** @param cursor null for the beginning */
        Conditions after(Cursor cursor) {
            if (cursor != null) {
                text.append(" and (d.createdAt > :at or d.createdAt = :at and d.id > :id)");
                given.put("at", cursor.at());
                given.put("id", cursor.id());
            }
            return this;
        }

        private void add(String condition, String name, Object value) {
            if (value != null) {
                text.append(condition);
                given.put(name, value);
            }
        }

        public String text() {
            return text.toString();
        }

        public Map<String, Object> given() {
            return given;
        }
    }
}
