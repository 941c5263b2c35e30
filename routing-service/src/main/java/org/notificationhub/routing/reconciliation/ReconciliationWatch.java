package org.notificationhub.routing.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.background.Rounds;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.callback.ReceiveCallback.CallbackKept;

/** Looks for findings now and then, and as soon as a callback has brought news. */
@ApplicationScoped
public class ReconciliationWatch {

    private static final Logger LOG = Logger.getLogger(ReconciliationWatch.class);

    private final Reconcile reconcile;
    private final MeterRegistry metrics;
    private final RoutingConfig config;
    private final Map<FindingKind, Integer> open = new ConcurrentHashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Rounds rounds = new Rounds("reconciliation", "Findings cannot be counted", this::look);

    ReconciliationWatch(Reconcile reconcile, MeterRegistry metrics, RoutingConfig config) {
        this.reconcile = reconcile;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        for (var kind : FindingKind.values()) {
            Gauge.builder("hub_reconciliation_findings", () -> open.get(kind))
                    .tag("kind", kind.name())
                    .register(metrics);
        }
        var interval = config.reconciliation().interval();
        rounds.start(interval, interval);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    /** Callbacks that come together are looked at together. */
    void wake(@Observes CallbackKept event) {
        if (woken.compareAndSet(false, true)) {
            rounds.again(config.reconciliation().soonest());
        }
    }

    /** One kind that fails does not hide another. */
    void look() {
        woken.set(false);
        Arrays.stream(FindingKind.values()).forEach(this::lookFor);
        try {
            reconcile.count().forEach(count -> open.put(count.kind(), count.open()));
        } catch (RuntimeException e) {
            open.clear();
            throw e;
        }
    }

    private void lookFor(FindingKind kind) {
        MDC.put("labels.kind", kind.name());
        try {
            reconcile.look(kind);
        } catch (RuntimeException e) {
            LOG.warn("Findings cannot be looked for; it is tried again", new Failure(e));
        } finally {
            MDC.remove("labels.kind");
        }
    }
}
