package org.notificationhub.routing.delivery;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.notificationhub.events.NotificationContent;

/** What the sender said at one time, and what ties it to the request that said it. Never changed afterwards. */
@Entity
public class NotificationVersion {

    @EmbeddedId
    private Key key;

    private Instant receivedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private String withdrawalReason;
    private String correlationId;
    private String traceparent;

    protected NotificationVersion() {}

    public NotificationVersion(UUID notificationId, int version, Instant receivedAt, NotificationContent content) {
        this.key = new Key(notificationId, version);
        this.receivedAt = receivedAt;
        this.content = StoredJson.write(content);
    }

    /** The withdrawal of what this version said. */
    public NotificationVersion withdrawn(int version, Instant at, String reason) {
        var withdrawal = new NotificationVersion();
        withdrawal.key = new Key(key.notificationId, version);
        withdrawal.receivedAt = at;
        withdrawal.content = content;
        withdrawal.withdrawalReason = reason;
        return withdrawal;
    }

    public NotificationVersion causedBy(String correlationId, String traceparent) {
        this.correlationId = correlationId;
        this.traceparent = traceparent;
        return this;
    }

    NotificationContent content() {
        return StoredJson.read(content, NotificationContent.class);
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String withdrawalReason() {
        return withdrawalReason;
    }

    String correlationId() {
        return correlationId;
    }

    String traceparent() {
        return traceparent;
    }

    @Embeddable
    public record Key(UUID notificationId, int version) {}
}
