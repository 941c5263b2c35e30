package org.notificationhub.lfpse;

import java.time.Instant;

/**
 * What LfPSE adds to an event when it stores it.
 *
 * @param referenceNumber the national reference, for people
 */
public record Stored(String id, int version, Instant at, String referenceNumber) {}
