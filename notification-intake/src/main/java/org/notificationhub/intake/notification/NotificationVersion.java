package org.notificationhub.intake.notification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.notificationhub.events.NotificationContent;

/** What a sender said at one time. Never changed afterwards. */
@Entity
public class NotificationVersion {

    @EmbeddedId
    private Key key;

    private Instant receivedAt;
    private String actor;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private String contentHash;
    private boolean withdrawn;

    protected NotificationVersion() {}

    static NotificationVersion amendment(
            Key key, Instant receivedAt, String actor, NotificationContent content, ContentHash hash) {
        var version = new NotificationVersion();
        version.key = key;
        version.receivedAt = receivedAt;
        version.actor = actor;
        version.content = ContentJson.write(content);
        version.contentHash = hash.hex();
        return version;
    }

    NotificationVersion withdrawal(Key key, Instant receivedAt, String actor) {
        var version = new NotificationVersion();
        version.key = key;
        version.receivedAt = receivedAt;
        version.actor = actor;
        version.content = content;
        version.contentHash = contentHash;
        version.withdrawn = true;
        return version;
    }

    public int number() {
        return key.version();
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String actor() {
        return actor;
    }

    public NotificationContent content() {
        return ContentJson.read(content);
    }

    /** The content as JSON. */
    public JsonNode said() {
        return ContentJson.tree(content);
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    boolean says(ContentHash hash) {
        return !withdrawn && contentHash.equals(hash.hex());
    }

    @Embeddable
    public record Key(UUID notificationId, int version) {}
}
