package org.notificationhub.intake.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** A notification as its sender sees it. What routing tells of it is kept as it came. */
@Entity
public class Notification {

    /** The type of an event that LfPSE records and CQC need not be told of. */
    public static final String FOR_LFPSE_ALONE = "PATIENT_SAFETY_EVENT";

    @Id
    private UUID id;

    private String providerId;
    private String reference;
    private String type;
    private int currentVersion;
    private int routedVersion;
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private NotificationStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private String decision;

    @JdbcTypeCode(SqlTypes.JSON)
    private String duties;

    @JdbcTypeCode(SqlTypes.JSON)
    private String deliveries;

    protected Notification() {}

    /** The version that follows; a withdrawn notification has none. */
    int nextVersion() {
        if (status == NotificationStatus.WITHDRAWN) {
            var kind = ProblemKind.ALREADY_WITHDRAWN;
            throw new Refusal(kind, kind.remedy());
        }
        return ++currentVersion;
    }

    /** An event for LfPSE's record may turn out to be one that CQC must be told of. No other changes its kind. */
    public boolean mayBe(String type) {
        return this.type.equals(type) || this.type.equals(FOR_LFPSE_ALONE);
    }

    void is(String type) {
        this.type = type;
    }

    /** Shown at once: the sender need not wait for routing to hear of it. */
    void withdrawn() {
        status = NotificationStatus.WITHDRAWN;
    }

    public UUID id() {
        return id;
    }

    public String providerId() {
        return providerId;
    }

    public String reference() {
        return reference;
    }

    public String type() {
        return type;
    }

    public int currentVersion() {
        return currentVersion;
    }

    /** The last version of which routing has told what it does about it; 0 before the first. */
    public int routedVersion() {
        return routedVersion;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public NotificationStatus status() {
        return status;
    }

    /** JSON of a {@code Decision}, or null until routing has decided. */
    public String decision() {
        return decision;
    }

    /** JSON array of duties. */
    public String duties() {
        return duties;
    }

    /** JSON array of deliveries. */
    public String deliveries() {
        return deliveries;
    }
}
