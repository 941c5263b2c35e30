package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** The route that would have discharged a duty failed: the authority must be told directly, with the original clock. */
public record DutyRevived(UUID notificationId, Instant at, String authority, String because, RoutingProgress progress)
        implements HubEvent.FromRouting {}
