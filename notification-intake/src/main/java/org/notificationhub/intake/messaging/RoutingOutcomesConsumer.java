package org.notificationhub.intake.messaging;

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
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.notification.RecordOutcome;

/** Reads {@code routing-outcomes.v1}. */
@ApplicationScoped
public class RoutingOutcomesConsumer {

    private final EventConsumer consumer;
    private final PruneInbox pruneInbox;
    private final Multi<Message<byte[]>> channel;

    RoutingOutcomesConsumer(
            @Channel("routing-outcomes") Multi<Message<byte[]>> channel,
            RecordOutcome recordOutcome,
            DataSource database,
            MeterRegistry metrics,
            IntakeConfig config) {
        this.channel = channel;
        this.consumer = new EventConsumer(
                "routing-outcomes",
                "routing-outcomes.v1",
                database,
                QuarkusTransaction.requiringNew()::run,
                EventConsumer.each(incoming -> on(incoming, recordOutcome)),
                metrics);
        this.pruneInbox =
                new PruneInbox("routing-outcomes", database, config.inbox().keep());
    }

    void start(@Observes StartupEvent event) {
        consumer.start(channel);
        pruneInbox.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
        pruneInbox.close();
    }

    private static void on(Incoming incoming, RecordOutcome recordOutcome) {
        if (incoming.event() instanceof HubEvent.FromRouting outcome) {
            recordOutcome.record(outcome);
        }
    }
}
