package org.notificationhub.routing.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.routing.delivery.Duty;
import org.notificationhub.routing.delivery.RoutedNotification;
import org.notificationhub.routing.delivery.Warning;
import org.notificationhub.routing.rule.Authority;

/**
 * What is owed to an authority, and how its clock stands.
 *
 * @param dueAt the last moment the law allows; absent where it gives no number, as in "without delay"
 * @param internalTarget the provider's own target, where the law gives no number
 * @param warning {@code HALF} or {@code MOST} of the time has passed; absent before, and once all of it has
 * @param overdue open, and past {@code dueAt}
 * @param targetMissed open, and past {@code internalTarget}
 * @param metAt when it was first met: an amendment opens it anew, but does not make it late
 * @param late met after {@code dueAt}
 * @param lateReason absent until somebody has given it
 */
public record DutyView(
        UUID notificationId,
        String type,
        String providerId,
        Authority authority,
        DutyStatus status,
        Instant startedAt,
        Instant dueAt,
        String dueBecause,
        Instant internalTarget,
        @Schema(enumeration = {"HALF", "MOST"}) String warning,
        boolean overdue,
        boolean targetMissed,
        Instant metAt,
        Discharge discharged,
        boolean late,
        LateReasonView lateReason) {

    static DutyView of(RoutedNotification notification, Authority authority, Duty duty, Instant now) {
        return new DutyView(
                notification.id(),
                notification.type(),
                notification.providerId(),
                authority,
                duty.status(),
                duty.deadline() == null ? null : duty.deadline().startedAt(),
                duty.dueAt(),
                duty.dueBecause(),
                duty.targetAt(),
                warning(duty.warningAt(now)),
                duty.isOverdueAt(now),
                duty.missesTargetAt(now),
                duty.metAt(),
                duty.dischargedAt() == null ? null : new Discharge(duty.dischargedAt(), duty.evidence()),
                duty.isLate(),
                LateReasonView.of(duty));
    }

    private static String warning(Warning warning) {
        return switch (warning) {
            case HALF, MOST -> warning.name();
            case NONE, PASSED -> null;
        };
    }

    /** @param evidence what discharged it */
    public record Discharge(Instant at, String evidence) {}

    /** @param by the client that gave it */
    public record LateReasonView(String reason, String by, Instant at) {
        static LateReasonView of(Duty duty) {
            var given = duty.lateReason();
            return given == null ? null : new LateReasonView(given.text(), given.by(), given.at());
        }
    }
}
