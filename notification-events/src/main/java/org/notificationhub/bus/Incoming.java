package org.notificationhub.bus;

import java.util.UUID;
import org.notificationhub.events.HubEvent;

/** An event as it came in, with what ties it to the request that caused it. */
public record Incoming(UUID id, HubEvent event, String correlationId, String traceparent) {}
