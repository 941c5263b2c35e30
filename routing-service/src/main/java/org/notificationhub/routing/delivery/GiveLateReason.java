package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.routing.rule.Authority;

/** Keeps why a duty was met late, and who said so. */
@ApplicationScoped
public class GiveLateReason {

    private final RoutedNotificationRepository notifications;
    private final Clock clock;

    GiveLateReason(RoutedNotificationRepository notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Empty where there is no such duty. */
    @Transactional
    public Optional<RoutedNotification> give(UUID notificationId, Authority authority, String reason, String by) {
        var owing = notifications
                .lock(notificationId)
                .filter(notification -> notification.duty(authority).isPresent());
        owing.ifPresent(notification -> notification.explain(authority, new LateReason(reason, by, clock.instant())));
        return owing;
    }
}
