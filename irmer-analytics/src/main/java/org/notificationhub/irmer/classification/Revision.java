package org.notificationhub.irmer.classification;

import java.time.Instant;
import java.util.UUID;

/**
 * A classification as it was given once. Nothing of it is ever changed; the one of the highest number is the truth.
 *
 * @param number 1 for the first one of a notification
 * @param assignedBy the subject of the token with which it was given
 */
public record Revision(
        UUID notificationId, int number, Instant recordedAt, String assignedBy, Classification classification) {}
