package org.notificationhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One request an authority got. */
public record Received(
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
        JsonNode body) {

    Received settled(boolean effect, Integer answered) {
        return new Received(authority, receivedAt, method, path, requestId, reference, effect, answered, body);
    }
}
