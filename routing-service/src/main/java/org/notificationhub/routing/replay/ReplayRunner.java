package org.notificationhub.routing.replay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.background.Rounds;
import org.notificationhub.events.Ids;
import org.notificationhub.http.Failure;
import org.notificationhub.http.Outage;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.replay.Replay.State;

/**
 * Goes through the replays, one at a time, a few deliveries and a pause in turn. Every replica looks for one that nobody
 * runs; what one that died has left undone, another goes on with when the lease ends.
 */
@ApplicationScoped
public class ReplayRunner {

    private static final Logger LOG = Logger.getLogger(ReplayRunner.class);

    /** So many failures in a row are a fault of ours, not of one delivery. */
    private static final int GIVE_UP_AFTER = 10;

    private final ReplayRepository replays;
    private final ReplayDelivery replayDelivery;
    private final RoutingConfig.Replay config;
    private final Clock clock;
    private final UUID me = Ids.next();
    private final Rounds rounds = new Rounds("replay", "A replay waits for the end of its lease", this::look);

    ReplayRunner(ReplayRepository replays, ReplayDelivery replayDelivery, RoutingConfig config, Clock clock) {
        this.replays = replays;
        this.replayDelivery = replayDelivery;
        this.config = config.replay();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        rounds.start(config.look(), config.look());
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    private void look() throws InterruptedException {
        var claimed = claim();
        if (claimed.isPresent()) {
            run(claimed.get());
        }
    }

    private Optional<UUID> claim() {
        return QuarkusTransaction.requiringNew()
                .call(() -> replays.lockAbandoned(clock.instant()).map(this::leased));
    }

    private UUID leased(Replay replay) {
        replay.leased(me, clock.instant().plus(config.lease()));
        return replay.id();
    }

    private void run(UUID replay) throws InterruptedException {
        var failures = 0;
        for (var batch = next(replay); !batch.isEmpty(); batch = next(replay)) {
            for (var item : batch) {
                failures = replay(item) ? 0 : failures + 1;
                if (failures == GIVE_UP_AFTER) {
                    LOG.error(
                            "A replay is given up, since nothing can be tried again; mend the cause and start another");
                    end(replay, State.FAILED);
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(config.pause().toMillis());
        }
        end(replay, State.DONE);
    }

    /** With a new lease; none where the replay is not ours any more. */
    private List<ReplayItem> next(UUID replay) {
        return QuarkusTransaction.requiringNew()
                .call(() -> replays.lock(replay)
                        .filter(it -> it.isRunBy(me))
                        .map(it -> replays.toDo(leased(it), config.batch()))
                        .orElse(List.of()));
    }

    /** @return false where it failed. A database that is away is no failure of the delivery's: the replay waits for it */
    private boolean replay(ReplayItem item) {
        MDC.put("labels.deliveryId", item.deliveryId().toString());
        try {
            replayDelivery.replay(item.key(), me);
            return true;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.error("A delivery cannot be tried again in a replay, which goes on", new Failure(e));
            replayDelivery.failed(item.key(), me);
            return false;
        } finally {
            MDC.clear();
        }
    }

    private void end(UUID replay, State state) {
        QuarkusTransaction.requiringNew()
                .run(() -> replays.lock(replay)
                        .filter(it -> it.isRunBy(me))
                        .ifPresent(it -> it.ends(state, null, clock.instant())));
    }
}
