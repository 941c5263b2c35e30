package org.notificationhub.intake.notification;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** One thing that became of a notification, as routing told it. */
@Entity
public class TimelineEntry {

    @EmbeddedId
    private Key key;

    private Instant at;
    private String step;
    private String authority;
    private String explanation;

    protected TimelineEntry() {}

    public Instant at() {
        return at;
    }

    public String step() {
        return step;
    }

    public String authority() {
        return authority;
    }

    public String explanation() {
        return explanation;
    }

    @Embeddable
    public record Key(UUID notificationId, long revision) {}
}
