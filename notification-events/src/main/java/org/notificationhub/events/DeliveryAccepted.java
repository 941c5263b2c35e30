package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** An authority accepted what it was sent and gave it a reference. */
public record DeliveryAccepted(
        UUID notificationId, Instant at, UUID deliveryId, String authority, String reference, RoutingProgress progress)
        implements HubEvent.FromRouting {}
