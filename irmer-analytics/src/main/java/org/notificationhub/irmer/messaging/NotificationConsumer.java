package org.notificationhub.irmer.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.notificationhub.bus.EventConsumer;
import org.notificationhub.bus.Incoming;
import org.notificationhub.bus.PruneInbox;
import org.notificationhub.events.HubEvent;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.count.CountNotifications;

/** Reads {@code notifications.v1}. */
@ApplicationScoped
public class NotificationConsumer {

    /** With a number that grows when the facts get a new form: under a new name all is read again from the first offset. */
    private static final String NAME = "irmer-analytics-2";

    private final EventConsumer consumer;
    private final PruneInbox pruneInbox;
    private final Multi<Message<byte[]>> channel;

    NotificationConsumer(
            @Channel("notifications") Multi<Message<byte[]>> channel,
            CountNotifications countNotifications,
            DataSource database,
            MeterRegistry metrics,
            IrmerConfig config) {
        this.channel = channel;
        this.consumer = new EventConsumer(
                NAME,
                "notifications.v1",
                database,
                QuarkusTransaction.requiringNew()::run,
                incoming -> countNotifications.count(told(incoming)),
                metrics);
        this.pruneInbox = new PruneInbox(NAME, database, config.inbox().keep());
    }

    void start(@Observes StartupEvent event) {
        consumer.start(channel);
        pruneInbox.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
        pruneInbox.close();
    }

    private static List<HubEvent.FromSender> told(List<Incoming> incoming) {
        return incoming.stream()
                .map(Incoming::event)
                .filter(HubEvent.FromSender.class::isInstance)
                .map(HubEvent.FromSender.class::cast)
                .toList();
    }
}
