package org.notificationhub.routing.rule;

import java.time.Instant;
import java.util.List;

/**
 * A limit and what it runs from.
 *
 * @param from the first of these that is told starts the clock
 * @param when it applies
 */
record ClockRule(Limit limit, List<Fact> from, Condition when) {

    Clock start(String words, ClockSource source, Inquiry inquiry, Instant aware, WorkingDays workingDays) {
        var told = from.stream().filter(inquiry::isTold).findFirst().orElse(from.get(0));
        var value = inquiry.value(told);
        if (value == null) {
            return new Clock(limit.code(), words, source, null, null, null, aware);
        }
        var start = Start.of(value);
        return new Clock(limit.code(), words, source, told, limit.begins(start), limit.due(start, workingDays), aware);
    }
}
