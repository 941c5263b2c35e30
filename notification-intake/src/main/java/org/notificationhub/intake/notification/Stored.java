package org.notificationhub.intake.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a notification that is durably stored.
 *
 * @param replayed it had been stored before, by an equal request
 */
public record Stored(UUID id, int version, Instant receivedAt, boolean replayed) {}
