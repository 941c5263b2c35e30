package org.notificationhub.routing.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.background.Rounds;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.evidence.AnchorEvidence.Anchored;

/** Sees to it that evidence is anchored in time, and that each anchor leaves the machine with the log. */
@ApplicationScoped
class AnchorWatch {

    private static final Logger LOG = Logger.getLogger(AnchorWatch.class);

    private final AnchorEvidence anchorEvidence;
    private final Duration interval;
    private final Rounds rounds = new Rounds("evidence-anchor", "Evidence could not be anchored", this::anchorAll);

    AnchorWatch(AnchorEvidence anchorEvidence, RoutingConfig config) {
        this.anchorEvidence = anchorEvidence;
        this.interval = config.evidence().anchorEvery();
    }

    void start(@Observes StartupEvent event) {
        rounds.start(Duration.ZERO, interval);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    void anchorAll() throws SQLException {
        for (var anchored = anchorEvidence.anchor(); anchored.isPresent(); anchored = next(anchored.get())) {
            say(anchored.get().anchor());
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
