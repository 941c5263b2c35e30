package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** A delivery that had not been sent is no longer needed. */
public record DeliveryCancelled(
        UUID notificationId, Instant at, UUID deliveryId, String authority, String because, RoutingProgress progress)
        implements HubEvent.FromRouting {}
