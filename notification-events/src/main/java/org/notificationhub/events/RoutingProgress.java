package org.notificationhub.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a notification stands, whole. {@code revision} grows by one with each event of the notification: of two, the
 * higher is the truth.
 *
 * @param version the notification version these duties and deliveries were decided from
 */
public record RoutingProgress(
        long revision, int version, NotificationStatus status, List<Duty> duties, List<Delivery> deliveries) {

    /**
     * A duty owed to an authority.
     *
     * @param dueAt the instant the law sets, or null where it says "without delay"
     * @param dueBecause the words of the limit and where it comes from
     */
    public record Duty(String authority, DutyStatus status, Instant dueAt, String dueBecause) {}

    /**
     * One thing to tell one authority.
     *
     * @param reference what the authority calls it, once it has answered
     */
    public record Delivery(
            UUID id,
            String authority,
            String channel,
            DeliveryStatus status,
            int attempts,
            Instant nextAttemptAt,
            String reference) {}
}
