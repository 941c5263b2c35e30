package org.notificationhub.routing.delivery.destination;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** A circuit never changes silently. */
@ApplicationScoped
class CircuitChanges {

    private static final Logger LOG = Logger.getLogger(CircuitChanges.class);

    private final MeterRegistry metrics;

    CircuitChanges(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void tell(Destination before, Destination after) {
        var state = after.circuit().state();
        if (state == before.circuit().state()) {
            return;
        }
        var authority = after.authority().name();
        metrics.counter("hub_destination_circuit_changes_total", "authority", authority, "state", state.name())
                .increment();
        MDC.put("labels.authority", authority);
        switch (state) {
            case OPEN -> {
                MDC.put("event.action", "circuit-opened");
                LOG.warn("A destination keeps failing; nothing is sent to it until a probe has tried it again");
            }
            case HALF_OPEN -> {
                MDC.put("event.action", "circuit-half-opened");
                LOG.info("A destination is tried again with one delivery at a time");
            }
            case CLOSED -> {
                MDC.put("event.action", "circuit-closed");
                LOG.info("A destination answers again; it is sent more with every answer");
            }
        }
        MDC.remove("event.action");
        MDC.remove("labels.authority");
    }
}
