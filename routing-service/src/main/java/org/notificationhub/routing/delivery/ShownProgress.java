package org.notificationhub.routing.delivery;

import java.util.Collection;
import java.util.stream.Collectors;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.RoutingProgress;

/** How a notification stands, as others are told of it. */
final class ShownProgress {

    private ShownProgress() {}

    /** @param newest the newest delivery to each authority */
    static RoutingProgress of(RoutedNotification notification, long revision, Collection<Delivery> newest) {
        return new RoutingProgress(
                revision,
                notification.version(),
                status(notification, newest),
                notification.standing().stream().map(ShownProgress::shown).toList(),
                newest.stream().map(ShownProgress::shown).toList());
    }

    private static NotificationStatus status(RoutedNotification notification, Collection<Delivery> newest) {
        if (notification.isWithdrawn()) {
            return NotificationStatus.WITHDRAWN;
        }
        var duties = notification.standing().stream().map(DutyStanding::status).collect(Collectors.toSet());
        if (!duties.contains(DutyStatus.OPEN)) {
            return duties.contains(DutyStatus.DISCHARGED)
                    ? NotificationStatus.DISCHARGED
                    : NotificationStatus.NOT_REQUIRED;
        }
        if (newest.stream().noneMatch(Delivery::isLive)) {
            return NotificationStatus.ACTION_REQUIRED;
        }
        return newest.stream().anyMatch(delivery -> delivery.attempts() > 0)
                ? NotificationStatus.IN_PROGRESS
                : NotificationStatus.ROUTED;
    }

    private static RoutingProgress.Duty shown(DutyStanding duty) {
        return new RoutingProgress.Duty(duty.authority().name(), duty.status(), duty.dueAt(), duty.dueBecause());
    }

    private static RoutingProgress.Delivery shown(Delivery delivery) {
        return new RoutingProgress.Delivery(
                delivery.id(),
                delivery.authority().name(),
                delivery.channel(),
                delivery.status(),
                delivery.attempts(),
                delivery.nextAttemptAt(),
                delivery.receipt() == null ? null : delivery.receipt().reference());
    }
}
