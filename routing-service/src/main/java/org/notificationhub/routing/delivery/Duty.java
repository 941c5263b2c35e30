package org.notificationhub.routing.delivery;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * What a provider owes one authority for one notification.
 *
 * @param warned of how many percent of the time somebody was warned
 * @param dueBecause the words of the limit and where it comes from
 * @param evidence what discharged it
 * @param metAt when it was first met: an amendment that opens it anew does not undo that
 * @param lateReason why it was met late, once somebody has said so
 */
@Embeddable
public record Duty(
        @Enumerated(EnumType.STRING) DutyStatus status,
        @Embedded Deadline deadline,
        int warned,
        String dueBecause,
        String evidence,
        Instant dischargedAt,
        Instant metAt,
        @Embedded LateReason lateReason) {

    public static Duty open(String dueBecause, Deadline deadline) {
        return new Duty(DutyStatus.OPEN, deadline, 0, dueBecause, null, null, null, null);
    }

    public static Duty notRequired() {
        return new Duty(DutyStatus.NOT_REQUIRED, null, 0, null, null, null, null, null);
    }

    /** Once discharged it stays so, by the evidence that came first. */
    public Duty discharged(String by, Instant at) {
        return isOpen()
                ? new Duty(
                        DutyStatus.DISCHARGED,
                        deadline,
                        warned,
                        dueBecause,
                        by,
                        at,
                        metAt == null ? at : metAt,
                        lateReason)
                : this;
    }

    /** What discharged it was taken back: it is as if it had never been met. */
    Duty reopened() {
        return isMet() ? new Duty(DutyStatus.OPEN, deadline, warned, dueBecause, null, null, null, lateReason) : this;
    }

    /** The same duty decided anew: what has been done about it stays done, and a warning counts while its end is the same. */
    Duty after(Duty earlier) {
        if (earlier == null || status == DutyStatus.NOT_REQUIRED || earlier.status == DutyStatus.NOT_REQUIRED) {
            return this;
        }
        return new Duty(
                status,
                deadline,
                deadline.endsWith(earlier.deadline) ? earlier.warned : 0,
                dueBecause,
                evidence,
                dischargedAt,
                Stream.of(metAt, earlier.metAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                earlier.lateReason);
    }

    Duty withdrawn() {
        return status == DutyStatus.NOT_REQUIRED
                ? this
                : new Duty(
                        DutyStatus.WITHDRAWN, deadline, warned, dueBecause, evidence, dischargedAt, metAt, lateReason);
    }

    Duty warnedOf(Warning warning) {
        return new Duty(status, deadline, warning.percent(), dueBecause, evidence, dischargedAt, metAt, lateReason);
    }

    /** The first reason stays; the same words again change nothing. */
    Duty explained(LateReason reason) {
        if (!isLate()) {
            throw new Refusal(ProblemKind.NOT_LATE, ProblemKind.NOT_LATE.remedy());
        }
        if (lateReason == null) {
            return new Duty(status, deadline, warned, dueBecause, evidence, dischargedAt, metAt, reason);
        }
        if (!lateReason.text().equals(reason.text())) {
            throw new Refusal(ProblemKind.LATE_REASON_GIVEN, ProblemKind.LATE_REASON_GIVEN.remedy());
        }
        return this;
    }

    boolean isMet() {
        return status == DutyStatus.DISCHARGED;
    }

    boolean isOpen() {
        return status == DutyStatus.OPEN;
    }

    /** Owed and never met, not even by an earlier version. */
    boolean isUnmet() {
        return isOpen() && metAt == null;
    }

    /** Unmet, past the last moment the law allows. */
    public boolean isOverdueAt(Instant now) {
        return isUnmet() && dueAt() != null && now.isAfter(dueAt());
    }

    /** Unmet, past the provider's own target. */
    public boolean missesTargetAt(Instant now) {
        return isUnmet() && targetAt() != null && now.isAfter(targetAt());
    }

    /** Met, but after the last moment the law allows. */
    public boolean isLate() {
        return metAt != null && dueAt() != null && metAt.isAfter(dueAt());
    }

    public Warning warningAt(Instant now) {
        return isUnmet() && deadline != null ? deadline.warningAt(now) : Warning.NONE;
    }

    /** When its time ends, by law or by the provider's own target; null where neither is known. */
    Instant end() {
        return deadline == null ? null : deadline.end();
    }

    /** The last moment the law allows, or null where it gives no number. */
    public Instant dueAt() {
        return deadline == null ? null : deadline.dueAt();
    }

    /** The provider's own target where the law gives no number, else null. */
    public Instant targetAt() {
        return deadline == null ? null : deadline.targetAt();
    }
}
