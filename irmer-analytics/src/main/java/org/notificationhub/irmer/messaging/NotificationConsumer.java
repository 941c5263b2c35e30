package org.notificationhub.irmer.messaging;

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
import org.notificationhub.bus.Incoming;
import org.notificationhub.bus.PruneInbox;
import org.notificationhub.events.HubEvent;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.exposure.RecordExposure;

/** Reads {@code notifications.v1}. */
@ApplicationScoped
public class NotificationConsumer {

    private final EventConsumer consumer;
    private final PruneInbox pruneInbox;
    private final Multi<Message<byte[]>> channel;

    NotificationConsumer(
            @Channel("notifications") Multi<Message<byte[]>> channel,
            RecordExposure recordExposure,
            DataSource database,
            MeterRegistry metrics,
            IrmerConfig config) {
        this.channel = channel;
        this.consumer = new EventConsumer(
                "irmer-analytics",
                "notifications.v1",
                database,
                QuarkusTransaction.requiringNew()::run,
                incoming -> on(incoming, recordExposure),
                metrics);
        this.pruneInbox =
                new PruneInbox("irmer-analytics", database, config.inbox().keep());
    }

    void start(@Observes StartupEvent event) {
        consumer.start(channel);
        pruneInbox.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
        pruneInbox.close();
    }

    private static void on(Incoming incoming, RecordExposure recordExposure) {
        if (incoming.event() instanceof HubEvent.FromSender event) {
            recordExposure.record(event);
        }
    }
}
