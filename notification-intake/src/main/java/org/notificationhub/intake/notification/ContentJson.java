package org.notificationhub.intake.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.WireJson;

/** The form in which content is stored: that of the events. */
final class ContentJson {

    private static final ObjectMapper JSON = WireJson.tolerantReader();

    private ContentJson() {}

    static String write(NotificationContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Content that was read cannot be written", e);
        }
    }

    /** @param body fits the schema of its type, so reading it cannot fail */
    static NotificationContent of(JsonNode body) {
        try {
            return JSON.treeToValue(body, NotificationContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body that fits its schema cannot be read", e);
        }
    }

    static NotificationContent read(String stored) {
        try {
            return JSON.readValue(stored, NotificationContent.class);
        } catch (IOException e) {
            throw new IllegalStateException("Stored content cannot be read", e);
        }
    }

    static JsonNode tree(String stored) {
        try {
            return stored == null ? null : JSON.readTree(stored);
        } catch (IOException e) {
            throw new IllegalStateException("Stored JSON cannot be read", e);
        }
    }
}
