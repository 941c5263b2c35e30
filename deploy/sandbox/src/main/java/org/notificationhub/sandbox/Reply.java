package org.notificationhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** @param holds what the authority holds since, where the request changed that; null for a repeat or a refusal */
public record Reply(int status, String mediaType, String body, Map<String, String> headers, JsonNode holds) {

    public static Reply done(int status, String mediaType, String body, JsonNode holds) {
        return new Reply(status, mediaType, body, Map.of(), holds);
    }

    public static Reply unchanged(int status, String mediaType, String body) {
        return new Reply(status, mediaType, body, Map.of(), null);
    }

    public Reply with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, mediaType, body, more, holds);
    }

    boolean hasEffect() {
        return holds != null;
    }
}
