package org.notificationhub.routing.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a person says they told CQC by its portal or forms. */
@Entity
public class ManualSubmission {

    @Id
    private UUID deliveryId;

    private String cqcReference;
    private Instant submittedAt;
    private String recordedBy;
    private Instant recordedAt;
    private String confirmedBy;
    private Instant confirmedAt;
    private String sentBackBy;
    private Instant sentBackAt;
    private String sentBackBecause;

    protected ManualSubmission() {}

    ManualSubmission(UUID deliveryId) {
        this.deliveryId = deliveryId;
    }

    /** Takes the place of what was sent back. */
    void recorded(String cqcReference, Instant submittedAt, String by, Instant at) {
        this.cqcReference = cqcReference;
        this.submittedAt = submittedAt;
        this.recordedBy = by;
        this.recordedAt = at;
        this.sentBackBy = null;
        this.sentBackAt = null;
        this.sentBackBecause = null;
    }

    void confirmed(String by, Instant at) {
        this.confirmedBy = by;
        this.confirmedAt = at;
    }

    void sentBack(String because, String by, Instant at) {
        this.sentBackBecause = because;
        this.sentBackBy = by;
        this.sentBackAt = at;
    }

    boolean says(String cqcReference, Instant submittedAt) {
        return this.cqcReference.equals(cqcReference) && this.submittedAt.equals(submittedAt);
    }

    public boolean isSentBack() {
        return sentBackAt != null;
    }

    public String cqcReference() {
        return cqcReference;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Null where no second person was asked, or none has confirmed yet. */
    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public String sentBackBy() {
        return sentBackBy;
    }

    /** Why the second person sent it back; null unless they did. */
    public String sentBackBecause() {
        return sentBackBecause;
    }
}
