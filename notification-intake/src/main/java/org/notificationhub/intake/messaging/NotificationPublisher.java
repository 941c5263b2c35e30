package org.notificationhub.intake.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.notificationhub.bus.OutboxRelay;

/** Publishes intake's outbox on {@code notifications.v1}. */
@ApplicationScoped
public class NotificationPublisher {

    private final OutboxRelay relay;

    NotificationPublisher(
            DataSource database, @Channel("notifications") MutinyEmitter<byte[]> broker, MeterRegistry metrics) {
        relay = new OutboxRelay(database, broker::sendMessage, "/hub/notification-intake");
        relay.measure(metrics);
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }

    /** Says that an event has just been committed. */
    public void wake() {
        relay.wake();
    }
}
