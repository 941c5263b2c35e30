package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.evidence.Sha256;
import org.notificationhub.routing.rule.Authority;

/** Keeps why a duty was met late, and who said so. */
@ApplicationScoped
public class GiveLateReason {

    private final RoutedNotificationRepository notifications;
    private final Evidence evidence;
    private final Clock clock;

    GiveLateReason(RoutedNotificationRepository notifications, Evidence evidence, Clock clock) {
        this.notifications = notifications;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Empty where there is no such duty. */
    @Transactional
    public Optional<RoutedNotification> give(UUID notificationId, Authority authority, String reason, String by) {
        var owing = notifications
                .lock(notificationId)
                .filter(notification -> notification.duty(authority).isPresent());
        owing.ifPresent(notification -> explain(notification, authority, new LateReason(reason, by, clock.instant())));
        return owing;
    }

    private void explain(RoutedNotification notification, Authority authority, LateReason reason) {
        var isFirst = notification.duty(authority).orElseThrow().lateReason() == null;
        notification.explain(authority, reason);
        if (isFirst) {
            evidence.add(notification.id(), new LateReasonGiven(authority, Sha256.hex(reason.text())));
        }
    }

    /** @param reasonSha256 of the reason as it was given, in UTF-8 */
    private record LateReasonGiven(Authority authority, String reasonSha256) {}
}
