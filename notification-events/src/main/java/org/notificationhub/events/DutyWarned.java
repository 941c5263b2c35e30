package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/**
 * So much of the time to tell an authority is used up, and it has not been told.
 *
 * @param percent 50 or 80; 100 once all of the time has passed
 * @param because says so to a person, with the time it is due
 */
public record DutyWarned(
        UUID notificationId, Instant at, String authority, int percent, String because, RoutingProgress progress)
        implements HubEvent.FromRouting {}
