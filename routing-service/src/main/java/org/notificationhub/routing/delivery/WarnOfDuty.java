package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.notificationhub.events.DutyWarned;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.words.LondonTime;

/** Says once of a duty that half of its time has passed, or most, or all: to the sender, in the transaction that keeps so. */
@ApplicationScoped
class WarnOfDuty {

    private final RoutedNotificationRepository notifications;
    private final Outcomes outcomes;
    private final Clock clock;

    WarnOfDuty(RoutedNotificationRepository notifications, Outcomes outcomes, Clock clock) {
        this.notifications = notifications;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Nothing where it has been said, the duty has been met, or somebody is changing the notification just now. */
    @Transactional
    Warned warn(UUID notificationId, Authority authority) {
        return notifications
                .lockIfFree(notificationId)
                .flatMap(notification -> notification
                        .duty(authority)
                        .map(duty -> warn(notification, authority, duty, duty.warningAt(clock.instant()))))
                .orElse(Warned.NOT);
    }

    private Warned warn(RoutedNotification notification, Authority authority, Duty duty, Warning warning) {
        if (warning.percent() <= duty.warned()) {
            return Warned.NOT;
        }
        notification.warnedOf(authority, warning);
        outcomes.tell(
                notification,
                (at, progress) -> new DutyWarned(
                        notification.id(),
                        at,
                        authority.name(),
                        warning.percent(),
                        words(warning, authority, duty),
                        progress));
        return new Warned(warning, duty.dueAt() != null);
    }

    private static String words(Warning warning, Authority authority, Duty duty) {
        var is = warning == Warning.PASSED ? "was" : "is";
        return duty.dueAt() == null
                ? "%s of the time the provider gives itself to tell %s has passed; its own target %s %s, as the law gives no number."
                        .formatted(warning.words(), name(authority), is, LondonTime.of(duty.targetAt()))
                : "%s of the time to tell %s has passed; it %s due %s."
                        .formatted(warning.words(), name(authority), is, LondonTime.of(duty.dueAt()));
    }

    private static String name(Authority authority) {
        return switch (authority) {
            case CQC -> "CQC";
            case LFPSE -> "LfPSE";
        };
    }

    /** @param byLaw whether the time is the law's, not the provider's own */
    record Warned(Warning warning, boolean byLaw) {
        static final Warned NOT = new Warned(Warning.NONE, false);
    }
}
