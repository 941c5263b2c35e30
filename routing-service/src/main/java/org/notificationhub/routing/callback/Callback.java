package org.notificationhub.routing.callback;

import java.time.Instant;
import java.util.UUID;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.delivery.Statement;

/**
 * What somebody says LfPSE did.
 *
 * @param webhookId the same when it is told again
 * @param submissionId the delivery's id, or null where it is not told or is none of ours
 * @param occurredAt when LfPSE did it; null where that was not told
 * @param providerId whose event it is; null where that was not told
 * @param senderReference the provider's own reference of the event, where the record shows one
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
        Instant occurredAt,
        String providerId,
        String senderReference,
        CqcFlag stored,
        String body) {

    /** The event of a provider that put it into LfPSE without the hub. */
    boolean isRecordedByProvider() {
        return type.equals("recorded-by-provider");
    }

    /** It says nothing that was not known by what {@code other} says, which is as new. */
    boolean isOlderThan(Statement other) {
        var own = statement();
        return own.kind() != Statement.Kind.NEWS
                && other.kind() != Statement.Kind.NEWS
                && lfpseId.equals(other.lfpseId())
                && own.version() <= other.version();
    }

    private Statement statement() {
        return new Statement(
                Statement.Kind.of(type),
                submissionId,
                lfpseId,
                versionId,
                referenceNumber,
                stored,
                null,
                Instant.EPOCH);
    }
}
