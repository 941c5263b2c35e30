package org.notificationhub.routing.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a provider has to meet a duty.
 *
 * @param limit its code, such as {@code WITHIN_2_WEEKS}; null where the fact that chooses it is missing
 * @param words the limit as a person says it
 * @param startFact what it runs from, or null where that is not known
 * @param start when it began to run, or null
 * @param due the last moment that is in time; null where the law gives no number, or the start is not known
 * @param aware from when the provider could do something about it, or null
 */
public record Clock(
        String limit, String words, ClockSource source, Fact startFact, Instant start, Instant due, Instant aware) {

    private static final List<Integer> WARN_AT_PERCENT = List.of(50, 80);

    /** The provider's own target, for a limit in which the law gives no number; null where the law does. */
    public Instant target(Duration own) {
        return due != null || start == null ? null : start.plus(own);
    }

    /** At half and at four fifths of the time; none where no end is known, or it had passed before anybody knew. */
    public List<Instant> warnings(Duration own) {
        var end = due == null ? target(own) : due;
        var begin = Stream.of(start, aware)
                .filter(instant -> instant != null && end != null && instant.isBefore(end))
                .findFirst();
        return begin.map(from -> WARN_AT_PERCENT.stream()
                        .map(percent -> from.plus(Duration.between(from, end)
                                .multipliedBy(percent)
                                .dividedBy(100)))
                        .toList())
                .orElse(List.of());
    }
}
