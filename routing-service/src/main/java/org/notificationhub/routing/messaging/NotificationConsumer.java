package org.notificationhub.routing.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.notificationhub.bus.EventConsumer;
import org.notificationhub.bus.PruneInbox;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.decision.RouteNotification;

/** Reads {@code notifications.v1}. */
@ApplicationScoped
public class NotificationConsumer {

    private final EventConsumer consumer;
    private final PruneInbox pruneInbox;
    private final Multi<Message<byte[]>> channel;

    NotificationConsumer(
            @Channel("notifications") Multi<Message<byte[]>> channel,
            RouteNotification routeNotification,
            DataSource database,
            MeterRegistry metrics,
            RoutingConfig config) {
        this.channel = channel;
        this.consumer = new EventConsumer(
                "routing-service",
                "notifications.v1",
                database,
                QuarkusTransaction.requiringNew()::run,
                EventConsumer.each(routeNotification::route),
                metrics);
        this.pruneInbox =
                new PruneInbox("routing-service", database, config.inbox().keep());
    }

    void start(@Observes StartupEvent event) {
        consumer.start(channel);
        pruneInbox.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
        pruneInbox.close();
    }
}
