package org.notificationhub.intake.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A notification with every version of it and everything that became of it, each in order. */
public record NotificationHistory(
        Notification notification, List<NotificationVersion> versions, List<TimelineEntry> timeline) {

    public NotificationVersion current() {
        return versions.get(versions.size() - 1);
    }

    /** Null until routing has decided. */
    public JsonNode decision() {
        return ContentJson.tree(notification.decision());
    }

    public JsonNode duties() {
        return ContentJson.tree(notification.duties());
    }

    public JsonNode deliveries() {
        return ContentJson.tree(notification.deliveries());
    }
}
