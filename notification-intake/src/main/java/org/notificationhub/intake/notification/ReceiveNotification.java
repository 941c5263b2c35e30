package org.notificationhub.intake.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.notificationhub.http.Trace;

/** Takes a notification: checks it, and stores it with the event that tells of it. */
@ApplicationScoped
public class ReceiveNotification {

    private final NotificationCheck check;
    private final NotificationStore store;
    private final Clock clock;
    private final MeterRegistry metrics;

    ReceiveNotification(NotificationCheck check, NotificationStore store, Clock clock, MeterRegistry metrics) {
        this.check = check;
        this.store = store;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Completes once the notification is durable, or with the {@code Refusal} that says why it is not. */
    public CompletionStage<Stored> receive(JsonNode body, Sender sender, IdempotencyKey key, Trace trace) {
        return receive(body, ContentHash.of(body), sender, key, trace);
    }

    /** @param hash of what the sender said, where the body says it in other words */
    public CompletionStage<Stored> receive(
            JsonNode body, ContentHash hash, Sender sender, IdempotencyKey key, Trace trace) {
        var content = check.accepted(body, sender);
        var submission = Submission.of(content, hash, key, sender.name(), trace, clock.instant());
        return store.store(submission).thenApply(stored -> {
            if (!stored.replayed()) {
                metrics.counter("hub_notifications_received_total", "type", content.type())
                        .increment();
            }
            return stored;
        });
    }
}
