package org.notificationhub.routing.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.replay.Replay.State;

/** Begins a replay, and ends one that is no longer wanted. */
@ApplicationScoped
public class StartReplay {

    private static final Logger LOG = Logger.getLogger(StartReplay.class);

    private final ReplayRepository replays;
    private final Clock clock;

    StartReplay(ReplayRepository replays, Clock clock) {
        this.replays = replays;
        this.clock = clock;
    }

    /** The same order under the same key begins nothing; another one is refused. */
    @Transactional
    public Started start(ReplayOrder order, String by, String idempotencyKey) {
        var earlier = replays.ordered(by, idempotencyKey);
        if (earlier.isPresent() && !earlier.get().wasOrderedAs(order)) {
            throw new Refusal(ProblemKind.IDEMPOTENCY_KEY_REUSED, ProblemKind.IDEMPOTENCY_KEY_REUSED.remedy());
        }
        return earlier.map(replay -> new Started(replay, true))
                .orElseGet(() -> new Started(begin(order, by, idempotencyKey), false));
    }

    private Replay begin(ReplayOrder order, String by, String idempotencyKey) {
        var replay = new Replay(order, by, idempotencyKey, clock.instant());
        try {
            replays.persistAndFlush(replay);
        } catch (ConstraintViolationException sameKeyAtTheSameTime) {
            var kind = ProblemKind.IDEMPOTENCY_KEY_IN_USE;
            throw new Refusal(kind, kind.remedy(), List.of(), Map.of("Retry-After", "1"));
        }
        replay.isAbout(replays.writeDown(replay.id(), order.filter()));
        LOG.info("A replay was started");
        return replay;
    }

    /** What has been tried again already stays so. One that has ended stays as it is. Empty where there is none. */
    @Transactional
    public Optional<Replay> cancel(UUID id, String by) {
        var replay = replays.lock(id);
        replay.ifPresent(it -> it.ends(State.CANCELLED, by, clock.instant()));
        return replay;
    }

    /** @param replayed whether it had been started before, by the same request */
    public record Started(Replay replay, boolean replayed) {}
}
