package org.notificationhub.routing.callback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.background.Rounds;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.FollowLfpse;

/** Applies what was kept and not applied, because its notification was busy or the process died, and counts orphans. */
@ApplicationScoped
public class CallbackSweep {

    private static final Logger LOG = Logger.getLogger(CallbackSweep.class);

    private final CallbackStore store;
    private final FollowLfpse followLfpse;
    private final MeterRegistry metrics;
    private final RoutingConfig config;
    private final Rounds rounds = new Rounds("callback-sweep", "Callbacks cannot be looked through", this::sweep);
    private volatile double orphans = Double.NaN;

    CallbackSweep(CallbackStore store, FollowLfpse followLfpse, MeterRegistry metrics, RoutingConfig config) {
        this.store = store;
        this.followLfpse = followLfpse;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("hub_callback_orphans", () -> orphans).register(metrics);
        var interval = config.lfpse().callbackSweep();
        rounds.start(interval, interval);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    void sweep() {
        try {
            store.unapplied().forEach(this::apply);
            orphans = store.orphans();
        } catch (RuntimeException e) {
            orphans = Double.NaN;
            throw e;
        }
    }

    private void apply(UUID notificationId) {
        MDC.put("labels.notificationId", notificationId.toString());
        try {
            followLfpse.calledBack(notificationId);
        } catch (RuntimeException e) {
            LOG.warn("A callback could not be applied; it is tried again", new Failure(e));
        } finally {
            MDC.clear();
        }
    }
}
