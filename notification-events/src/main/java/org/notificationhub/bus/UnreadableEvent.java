package org.notificationhub.bus;

/** A record that is not an event of ours, or breaks its schema. Its words become a dead letter's reason: no content. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String reason) {
        super(reason, null, false, false);
    }
}
