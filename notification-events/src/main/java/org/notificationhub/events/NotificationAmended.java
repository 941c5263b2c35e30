package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** The sender replaced what it had said. {@code content} is the whole of it, not a difference. */
public record NotificationAmended(UUID notificationId, int version, Instant amendedAt, NotificationContent content)
        implements HubEvent.FromSender {

    @Override
    public String notificationType() {
        return content.type();
    }

    @Override
    public String providerId() {
        return content.provider().code();
    }
}
