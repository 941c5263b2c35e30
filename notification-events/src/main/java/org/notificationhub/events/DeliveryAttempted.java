package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** An authority was tried and has not accepted; the delivery's status says what comes next. {@code explanation} holds no content. */
public record DeliveryAttempted(
        UUID notificationId,
        Instant at,
        UUID deliveryId,
        String authority,
        DeliveryStatus outcome,
        String explanation,
        RoutingProgress progress)
        implements HubEvent.FromRouting {}
