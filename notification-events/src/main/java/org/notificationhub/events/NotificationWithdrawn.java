package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** The sender took the notification back. {@code version} is the version the withdrawal itself makes. */
public record NotificationWithdrawn(
        UUID notificationId,
        int version,
        Instant withdrawnAt,
        String reason,
        String notificationType,
        String providerId)
        implements HubEvent.FromSender {}
