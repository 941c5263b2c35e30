package org.notificationhub.routing.rule;

import java.time.Instant;
import java.util.List;
import org.notificationhub.routing.rule.Condition.Truth;

/**
 * By when a duty must be met.
 *
 * @param limits the first that applies is the one; which does may turn on a fact
 * @param words as a person says it
 */
record Timetable(List<ClockRule> limits, ClockSource source, String words) {

    Clock clock(Inquiry inquiry, Instant aware, WorkingDays workingDays) {
        return limits.stream()
                .filter(limit -> inquiry.ask(limit.when()) == Truth.TRUE)
                .findFirst()
                .map(limit -> limit.start(words, source, inquiry, aware, workingDays))
                .orElseGet(() -> new Clock(null, words, source, null, null, null, aware));
    }
}
