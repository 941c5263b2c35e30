package org.notificationhub.events;

import java.time.Instant;
import java.util.UUID;

/** A fact about one notification, as the services tell each other. A published member is never renamed or removed. */
public sealed interface HubEvent {

    UUID notificationId();

    /** A fact on {@code notifications.v1}: what the sender told the hub. */
    sealed interface FromSender extends HubEvent
            permits NotificationReceived, NotificationAmended, NotificationWithdrawn {
        int version();

        String notificationType();

        /** The code by which the hub knows the sender: the provider's id, or an unregistered employer's code. */
        String providerId();
    }

    /** A fact on {@code routing-outcomes.v1}: what became of it. Each carries the whole state, so the newest is enough. */
    sealed interface FromRouting extends HubEvent
            permits NotificationRouted,
                    DeliveryAttempted,
                    DeliveryAccepted,
                    DeliveryCancelled,
                    DeliveryRescheduled,
                    DutyRevived,
                    DutyWarned {
        Instant at();

        RoutingProgress progress();
    }
}
