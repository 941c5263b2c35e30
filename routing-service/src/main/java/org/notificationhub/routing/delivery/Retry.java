package org.notificationhub.routing.delivery;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** That a person had a delivery tried again. Never changed afterwards. */
@Entity
public class Retry {

    @EmbeddedId
    private Key key;

    private Instant at;
    private String by;
    private String reason;
    private UUID replayId;

    protected Retry() {}

    Retry(Delivery delivery, Mandate mandate, Instant at) {
        this.key = new Key(delivery.id(), delivery.attempts());
        this.at = at;
        this.by = mandate.by();
        this.reason = mandate.reason();
        this.replayId = mandate.replayId();
    }

    /** The number of the last attempt before it. */
    public int afterAttempt() {
        return key.afterAttempt();
    }

    public Instant at() {
        return at;
    }

    public String by() {
        return by;
    }

    public String reason() {
        return reason;
    }

    /** Null where this delivery alone was meant. */
    public UUID replayId() {
        return replayId;
    }

    @Embeddable
    public record Key(UUID deliveryId, int afterAttempt) {}
}
