package org.notificationhub.sandbox;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One request an authority got. */
public record Received(
        @Schema(description = "In order of arrival, from 1") long number,

        Authority authority,
        Instant receivedAt,
        String method,
        String path,
        @Schema(description = "X-Request-ID") String requestId,
        @Schema(description = "The sender's own reference") String reference,

        @Schema(description = "False: recognised as a repeat, refused, or not processed")
        boolean effect,

        @Schema(description = "HTTP status; null while there is no answer")
        Integer answered,

        @Schema(implementation = Object.class, description = "The JSON as sent; text where it was none")
        JsonText body) {

    Received tookEffect() {
        return new Received(number, authority, receivedAt, method, path, requestId, reference, true, answered, body);
    }

    Received answered(int status) {
        return new Received(number, authority, receivedAt, method, path, requestId, reference, effect, status, body);
    }
}
