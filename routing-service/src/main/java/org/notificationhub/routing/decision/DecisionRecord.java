package org.notificationhub.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.notificationhub.events.Decision;
import org.notificationhub.events.Ids;
import org.notificationhub.routing.delivery.StoredJson;

/** A decision as it was made. A later one stands beside it, never in its place. */
@Entity
@Table(name = "decision")
public class DecisionRecord {

    @Id
    private UUID id;

    private UUID notificationId;
    private int version;
    private Instant decidedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private String body;

    private String rulesVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private String changes;

    protected DecisionRecord() {}

    DecisionRecord(UUID notificationId, int version, Decision decision, Instant decidedAt) {
        this.id = Ids.next();
        this.notificationId = notificationId;
        this.version = version;
        this.rulesVersion = decision.rulesVersion();
        this.body = StoredJson.write(decision);
        this.decidedAt = decidedAt;
    }

    /** It was made because the rules changed, and says this otherwise than the one before it. */
    DecisionRecord changing(List<ChangedAnswer> answers) {
        changes = answers.isEmpty() ? null : StoredJson.write(answers);
        return this;
    }

    public UUID id() {
        return id;
    }

    /** Of the notification that was decided on. */
    public int version() {
        return version;
    }

    UUID notificationId() {
        return notificationId;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Decision decision() {
        return StoredJson.read(body, Decision.class);
    }

    /** As it was stored, whatever a decision has come to look like since. */
    public JsonNode asMade() {
        return StoredJson.read(body, JsonNode.class);
    }

    List<ChangedAnswer> changes() {
        return List.of(StoredJson.read(changes, ChangedAnswer[].class));
    }
}
