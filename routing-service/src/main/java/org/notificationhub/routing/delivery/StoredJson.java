package org.notificationhub.routing.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.notificationhub.events.WireJson;

/** What the database keeps as JSON. A member that a later version of the hub wrote is passed over. */
public final class StoredJson {

    private static final ObjectMapper JSON = WireJson.tolerantReader();

    private StoredJson() {}

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of ours cannot be written: " + value.getClass(), e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is no " + type, e);
        }
    }
}
