package org.notificationhub.sandbox;

import java.util.HashMap;
import java.util.Map;

/** @param effect whether it changed what the authority holds: false for a repeat or a refusal */
public record Reply(int status, String mediaType, String body, Map<String, String> headers, boolean effect) {

    public static Reply done(int status, String mediaType, String body) {
        return new Reply(status, mediaType, body, Map.of(), true);
    }

    public static Reply unchanged(int status, String mediaType, String body) {
        return new Reply(status, mediaType, body, Map.of(), false);
    }

    public Reply with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, mediaType, body, more, effect);
    }
}
