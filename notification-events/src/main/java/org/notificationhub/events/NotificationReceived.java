package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** A notification was stored for the first time; it is version 1. */
public record NotificationReceived(UUID notificationId, Instant receivedAt, NotificationContent content)
        implements HubEvent.FromSender {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String notificationType() {
        return content.type();
    }

    @Override
    public String providerId() {
        return content.provider().code();
    }
}
