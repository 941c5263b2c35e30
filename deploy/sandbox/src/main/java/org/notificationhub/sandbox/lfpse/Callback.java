package org.notificationhub.sandbox.lfpse;

import java.time.Instant;

/**
 * What the hub's LfPSE callback takes.
 *
 * @param type {@code accepted}, {@code amended} or {@code withdrawn}
 * @param submissionId the {@code X-Request-ID} it was sent under
 */
record Callback(
        String type,
        String submissionId,
        String lfpseId,
        String versionId,
        String referenceNumber,
        Instant occurredAt) {}
