package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A person had a delivery tried again that had stopped.
 *
 * @param because one of a few sentences of the hub's own; what the person wrote stays with the delivery
 */
public record DeliveryRescheduled(
        UUID notificationId, Instant at, UUID deliveryId, String authority, String because, RoutingProgress progress)
        implements HubEvent.FromRouting {}
