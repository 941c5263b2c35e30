package org.notificationhub.routing.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.routing.evidence.CanonicalJson;
import org.notificationhub.routing.evidence.Salt;
import org.notificationhub.routing.evidence.Sha256;

/** What the sender said at one time, and what ties it to the request that said it. Never changed, but perhaps erased. */
@Entity
public class NotificationVersion {

    @EmbeddedId
    private Key key;

    private Instant receivedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private String salt;
    private Instant erasedAt;
    private String withdrawalReason;
    private String correlationId;
    private String traceparent;

    protected NotificationVersion() {}

    public NotificationVersion(UUID notificationId, int version, Instant receivedAt, NotificationContent content) {
        this.key = new Key(notificationId, version);
        this.receivedAt = receivedAt;
        this.content = StoredJson.write(content);
        this.salt = Salt.next();
    }

    /** The withdrawal of what this version said. */
    public NotificationVersion withdrawn(int version, Instant at, String reason) {
        var withdrawal = new NotificationVersion();
        withdrawal.key = new Key(key.notificationId, version);
        withdrawal.receivedAt = at;
        withdrawal.content = content;
        withdrawal.salt = erasedAt == null ? Salt.next() : null;
        withdrawal.erasedAt = erasedAt;
        withdrawal.withdrawalReason = reason;
        return withdrawal;
    }

    public NotificationVersion causedBy(String correlationId, String traceparent) {
        this.correlationId = correlationId;
        this.traceparent = traceparent;
        return this;
    }

    NotificationContent content() {
        if (erasedAt != null) {
            throw new PayloadErased(key.notificationId, key.version);
        }
        return StoredJson.read(content, NotificationContent.class);
    }

    /** What was said, as one canonical text; empty once it has been erased. */
    public Optional<String> payload() {
        return erasedAt == null
                ? Optional.of(
                        CanonicalJson.write(new Payload(StoredJson.read(content, JsonNode.class), withdrawalReason)))
                : Optional.empty();
    }

    /** Binds what was said. Salted, so that once the salt is erased a guess cannot be confirmed; empty without a salt. */
    public Optional<String> payloadSha256() {
        return payload().filter(text -> salt != null).map(text -> Sha256.hex(salt + "\n" + text));
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

    UUID notificationId() {
        return key.notificationId;
    }

    public int version() {
        return key.version;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Null once erased, and for what was received before evidence was kept. */
    public String salt() {
        return salt;
    }

    /** Null while what was said is kept. */
    public Instant erasedAt() {
        return erasedAt;
    }

    /** @param withdrawalReason absent unless this version is a withdrawal */
    private record Payload(JsonNode content, String withdrawalReason) {}

    @Embeddable
    public record Key(UUID notificationId, int version) {}
}
