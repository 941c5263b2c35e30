package org.notificationhub.routing.decision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.notificationhub.events.Decision;

/**
 * What another rule table says otherwise about one authority.
 *
 * @param what {@code OUTCOME}: whether it must be told; {@code LIMIT}: by when
 * @param because why, by the other table
 */
public record ChangedAnswer(String authority, What what, String from, String to, String because) {

    public enum What {
        OUTCOME,
        LIMIT
    }

    static List<ChangedAnswer> between(Decision before, Decision after) {
        return after.duties().stream()
                .flatMap(duty -> before.duties().stream()
                        .filter(earlier -> earlier.authority().equals(duty.authority()))
                        .findFirst()
                        .flatMap(earlier -> between(earlier, duty))
                        .stream())
                .toList();
    }

    /** A limit is compared where both say one: decisions made before the hub kept clocks have none. */
    private static Optional<ChangedAnswer> between(Decision.Duty before, Decision.Duty after) {
        if (!before.outcome().equals(after.outcome())) {
            return Optional.of(new ChangedAnswer(
                    after.authority(), What.OUTCOME, before.outcome(), after.outcome(), after.because()));
        }
        return Stream.of(before, after).map(Decision.Duty::clock).allMatch(Objects::nonNull)
                        && !Objects.equals(before.clock().limit(), after.clock().limit())
                ? Optional.of(new ChangedAnswer(
                        after.authority(),
                        What.LIMIT,
                        before.clock().limit(),
                        after.clock().limit(),
                        after.clock().words()))
                : Optional.empty();
    }
}
