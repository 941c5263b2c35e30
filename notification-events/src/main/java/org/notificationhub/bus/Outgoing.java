package org.notificationhub.bus;

import java.util.UUID;
import org.notificationhub.events.HubEvent;

/**
 * An event on its way out, with what ties it to the request that caused it.
 *
 * @param id becomes the CloudEvents id: sent again, an event keeps it
 */
public record Outgoing(UUID id, HubEvent event, String correlationId, String traceparent) {}
