package org.notificationhub.routing.delivery;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.notificationhub.routing.rule.Clock;

/**
 * By when a duty is to be met, as it was worked out when it arose. A fallback never moves it.
 *
 * @param startedAt when the clock began to run, or null where that is not known
 * @param dueAt the last moment the law allows, or null where it gives no number
 * @param targetAt the provider's own target where the law gives no number, else null
 * @param halfAt when half of the time is used up, or null where no end is known
 * @param mostAt when four fifths of it are
 */
@Embeddable
public record Deadline(Instant startedAt, Instant dueAt, Instant targetAt, Instant halfAt, Instant mostAt) {

    private static final Deadline NONE = new Deadline(null, null, null, null, null);

    /** @param clock null where nothing is owed, or it is not known whether */
    public static Deadline of(Clock clock, Duration ownTarget) {
        if (clock == null) {
            return NONE;
        }
        var warnings = clock.warnings(ownTarget);
        return new Deadline(
                clock.start(),
                clock.due(),
                clock.target(ownTarget),
                warnings.isEmpty() ? null : warnings.get(0),
                warnings.isEmpty() ? null : warnings.get(1));
    }

    /** Null where no end is known. */
    Instant end() {
        return dueAt == null ? targetAt : dueAt;
    }

    boolean endsWith(Deadline other) {
        return other != null && Objects.equals(end(), other.end());
    }

    Warning warningAt(Instant now) {
        if (end() != null && now.isAfter(end())) {
            return Warning.PASSED;
        }
        if (mostAt != null && !now.isBefore(mostAt)) {
            return Warning.MOST;
        }
        return halfAt != null && !now.isBefore(halfAt) ? Warning.HALF : Warning.NONE;
    }
}
