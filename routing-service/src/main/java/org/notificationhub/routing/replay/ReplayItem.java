package org.notificationhub.routing.replay;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.notificationhub.routing.delivery.Obstacle;

/** A delivery that a replay is about. */
@Entity
public class ReplayItem {

    @EmbeddedId
    private Key key;

    private UUID deliveryId;
    private boolean done;

    @Enumerated(EnumType.STRING)
    private Obstacle obstacle;

    protected ReplayItem() {}

    /** @param obstacle null where it was tried again */
    void done(Obstacle obstacle) {
        this.done = true;
        this.obstacle = obstacle;
    }

    boolean isDone() {
        return done;
    }

    Key key() {
        return key;
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    /** Why it was not tried again; null where it was, or has not been looked at yet. */
    public Obstacle obstacle() {
        return obstacle;
    }

    @Embeddable
    record Key(UUID replayId, int place) {}
}
