package org.notificationhub.routing.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.evidence.AnchorEvidence.Anchored;

/** Sees to it that evidence is anchored in time, and that each anchor leaves the machine with the log. */
@ApplicationScoped
class AnchorWatch {

    private static final Logger LOG = Logger.getLogger(AnchorWatch.class);

    private final AnchorEvidence anchorEvidence;
    private final Duration interval;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "evidence-anchor"));

    AnchorWatch(AnchorEvidence anchorEvidence, RoutingConfig config) {
        this.anchorEvidence = anchorEvidence;
        this.interval = config.evidence().anchorEvery();
    }

    void start(@Observes StartupEvent event) {
        watch.scheduleWithFixedDelay(this::anchorAll, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        watch.shutdownNow();
    }

    /** Lets nothing escape: a run that threw would be the last. */
    void anchorAll() {
        try {
            for (var anchored = anchorEvidence.anchor(); anchored.isPresent(); anchored = next(anchored.get())) {
                say(anchored.get().anchor());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Evidence could not be anchored; it is tried again", new Failure(e));
        }
    }

    private Optional<Anchored> next(Anchored anchored) throws SQLException {
        return anchored.isMore() ? anchorEvidence.anchor() : Optional.empty();
    }

    private static void say(Anchor anchor) {
        MDC.put("event.action", "evidence-anchored");
        try {
            LOG.infof(
                    "Evidence is anchored: anchor %d over %d chains has root %s and hash %s",
                    anchor.number(), anchor.leaves(), anchor.root(), anchor.hash());
        } finally {
            MDC.clear();
        }
    }
}
