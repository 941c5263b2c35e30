package org.notificationhub.routing.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.routing.rule.Authority;

/**
 * As evidence keeps it: an attempt from its beginning to its answer, or to the silence that ended it.
 *
 * @param version of the notification that was told
 * @param taxonomy the version of LfPSE's taxonomy in which it was told, or null
 * @param reference what the authority answered, where it accepted; so are its own id and version
 */
record AttemptAnswered(
        UUID deliveryId,
        int version,
        Authority authority,
        String channel,
        Dispatch.Action action,
        int attempt,
        Instant startedAt,
        Instant endedAt,
        Attempt.Outcome outcome,
        String explanation,
        String taxonomy,
        String reference,
        String authorityId,
        String authorityVersion) {

    private static final Answer.Accepted NOT_ACCEPTED = new Answer.Accepted(null, null, null, List.of(), null);

    static AttemptAnswered of(Delivery delivery, Attempt attempt, Answer answer) {
        var accepted = answer instanceof Answer.Accepted said ? said : NOT_ACCEPTED;
        return new AttemptAnswered(
                delivery.id(),
                delivery.version(),
                delivery.authority(),
                delivery.channel(),
                delivery.action(),
                attempt.number(),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.outcome(),
                attempt.explanation(),
                attempt.taxonomy(),
                accepted.reference(),
                accepted.authorityId(),
                accepted.versionId());
    }
}
