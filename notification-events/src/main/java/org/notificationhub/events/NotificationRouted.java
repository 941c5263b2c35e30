package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** It was decided who must be told about a version of a notification; a delivery exists for each of them. */
public record NotificationRouted(UUID notificationId, Instant at, Decision decision, RoutingProgress progress)
        implements HubEvent.FromRouting {}
