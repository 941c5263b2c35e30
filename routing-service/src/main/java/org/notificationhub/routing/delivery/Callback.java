package org.notificationhub.routing.delivery;

import java.util.UUID;

/**
 * What somebody says LfPSE did.
 *
 * @param webhookId the same when it is told again
 * @param submissionId the delivery's id, or null where it is not told or is none of ours
 * @param stored how what LfPSE stored is flagged for CQC; null where the callback does not show it
 * @param body as it came, JSON
 */
public record Callback(
        String webhookId,
        String type,
        UUID submissionId,
        String lfpseId,
        String versionId,
        String referenceNumber,
        Answer.CqcFlag stored,
        String body) {}
