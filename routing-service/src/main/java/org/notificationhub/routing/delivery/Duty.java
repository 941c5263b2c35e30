package org.notificationhub.routing.delivery;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.notificationhub.events.DutyStatus;

/**
 * What a provider owes one authority for one notification.
 *
 * @param dueAt the instant the law sets, or null
 * @param dueBecause the words of the limit and where it comes from
 * @param evidence what discharged it
 */
@Embeddable
public record Duty(
        @Enumerated(EnumType.STRING) DutyStatus status,
        Instant dueAt,
        String dueBecause,
        String evidence,
        Instant dischargedAt) {

    public static Duty open(String dueBecause) {
        return new Duty(DutyStatus.OPEN, null, dueBecause, null, null);
    }

    public static Duty notRequired() {
        return new Duty(DutyStatus.NOT_REQUIRED, null, null, null, null);
    }

    /** Once discharged it stays so, by the evidence that came first. */
    public Duty discharged(String by, Instant at) {
        return isOpen() ? new Duty(DutyStatus.DISCHARGED, dueAt, dueBecause, by, at) : this;
    }

    Duty withdrawn() {
        return status == DutyStatus.NOT_REQUIRED
                ? this
                : new Duty(DutyStatus.WITHDRAWN, dueAt, dueBecause, evidence, dischargedAt);
    }

    boolean isOpen() {
        return status == DutyStatus.OPEN;
    }
}
