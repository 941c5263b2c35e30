package org.notificationhub.routing.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.routing.callback.KeptCallback;

/**
 * What somebody said LfPSE did.
 *
 * @param webhookId the sender's id of the message
 * @param type as it was told; a type we do not know is kept and settles nothing
 * @param submissionId the delivery it answers, where it names one of ours
 * @param matched whether it is about a notification we know; else it is an orphan
 * @param notificationIds the notifications it is about; absent in lists
 * @param body as it came; absent in lists, since it may hold free text
 */
public record CallbackView(
        UUID id,
        String webhookId,
        Instant receivedAt,
        String type,
        String submissionId,
        String lfpseId,
        String versionId,
        String referenceNumber,
        Instant occurredAt,
        String providerId,
        boolean matched,
        List<UUID> notificationIds,
        @JsonRawValue @Schema(implementation = Object.class) String body) {

    static CallbackView listed(KeptCallback callback) {
        return of(callback, null, null);
    }

    static CallbackView whole(KeptCallback callback, List<UUID> notifications) {
        return of(callback, notifications, callback.body());
    }

    private static CallbackView of(KeptCallback callback, List<UUID> notifications, String body) {
        return new CallbackView(
                callback.id(),
                callback.webhookId(),
                callback.receivedAt(),
                callback.type(),
                callback.submissionId(),
                callback.lfpseId(),
                callback.versionId(),
                callback.referenceNumber(),
                callback.occurredAt(),
                callback.providerId(),
                callback.matched(),
                notifications,
                body);
    }
}
