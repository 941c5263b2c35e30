package org.notificationhub.routing.delivery;

import java.time.Instant;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.routing.rule.Authority;

/**
 * What is owed to an authority and how its clock went, as evidence keeps it.
 *
 * @param dueAt the last moment the law allows; absent where it gives no number
 * @param internalTarget the provider's own, where the law gives no number
 * @param metAt when it was first met
 * @param dischargedBy what discharged it
 * @param late met after it was due
 */
public record DutyStanding(
        Authority authority,
        DutyStatus status,
        Instant startedAt,
        Instant dueAt,
        String dueBecause,
        Instant internalTarget,
        Instant metAt,
        Instant dischargedAt,
        String dischargedBy,
        boolean late) {

    static DutyStanding of(Authority authority, Duty duty) {
        return new DutyStanding(
                authority,
                duty.status(),
                duty.deadline() == null ? null : duty.deadline().startedAt(),
                duty.dueAt(),
                duty.dueBecause(),
                duty.targetAt(),
                duty.metAt(),
                duty.dischargedAt(),
                duty.evidence(),
                duty.isLate());
    }
}
