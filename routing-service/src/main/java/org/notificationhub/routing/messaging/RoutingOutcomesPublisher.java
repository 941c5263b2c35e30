package org.notificationhub.routing.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.notificationhub.bus.OutboxRelay;
import org.notificationhub.routing.delivery.Outcomes.OutcomeStored;

/** Publishes routing's outbox on {@code routing-outcomes.v1}. */
@ApplicationScoped
public class RoutingOutcomesPublisher {

    private final OutboxRelay relay;

    RoutingOutcomesPublisher(
            DataSource database, @Channel("routing-outcomes") MutinyEmitter<byte[]> broker, MeterRegistry metrics) {
        relay = new OutboxRelay(database, broker::sendMessage, "/hub/routing-service");
        relay.measure(metrics);
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutcomeStored event) {
        relay.wake();
    }
}
