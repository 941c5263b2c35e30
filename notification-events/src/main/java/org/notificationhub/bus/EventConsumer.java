package org.notificationhub.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.notificationhub.http.Failure;
import org.notificationhub.http.Outage;

/**
 * Reads a channel so that each event has its effect once: the inbox mark and the effect share a transaction, and the
 * offset is committed only after it. What has piled up is done together; if that fails, each event is done alone, so one
 * bad event costs only itself. While the database is away it waits; what cannot be read, or fails three times, becomes a
 * dead letter.
 */
public final class EventConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final int AT_ONCE = 256;
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String MARK =
            "insert into inbox (consumer, event_id) select ?, unnest(?) on conflict do nothing returning event_id";

    private final String name;
    private final DataSource database;
    private final Consumer<Runnable> transaction;
    private final Consumer<List<Incoming>> effect;
    private final Counter duplicates;
    private final Counter deadLetters;
    private final LinkedBlockingQueue<Arrived> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private Cancellable subscription;
    private volatile boolean closed;

    /**
     * @param name of the consumer, as the inbox knows it
     * @param transaction runs something in a new transaction that {@code database}'s connections join
     * @param effect of events that had none yet, in the order in which they came; never called with none
     */
    public EventConsumer(
            String name,
            String topic,
            DataSource database,
            Consumer<Runnable> transaction,
            Consumer<List<Incoming>> effect,
            MeterRegistry registry) {
        this.name = name;
        this.database = database;
        this.transaction = transaction;
        this.effect = effect;
        this.duplicates = registry.counter("hub_inbox_duplicates_total", "topic", topic);
        this.deadLetters = registry.counter("hub_dead_letters_total", "topic", topic);
        this.thread = new Thread(this::consume, name + "-consumer");
    }

    /** For an effect that has no use of seeing several events together. */
    public static Consumer<List<Incoming>> each(Consumer<Incoming> effect) {
        return incoming -> incoming.forEach(effect);
    }

    public void start(Multi<Message<byte[]>> channel) {
        thread.start();
        subscription = channel.onItem()
                .transformToUni(this::arrived)
                .merge(AT_ONCE)
                .subscribe()
                .with(done -> {}, failure -> LOG.error("The channel ended; restart the service", new Failure(failure)));
    }

    @Override
    public void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
        thread.interrupt();
        awaitEnd();
    }

    /** What follows in a shutdown takes the entities away: a transaction still open would commit its mark without its effect. */
    private void awaitEnd() {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Uni<Void> arrived(Message<byte[]> message) {
        var arrived = new Arrived(message, new CompletableFuture<>());
        waiting.add(arrived);
        return Uni.createFrom().completionStage(arrived.settled);
    }

    private void consume() {
        try {
            while (!closed) {
                var together = new ArrayList<Arrived>();
                together.add(waiting.take());
                waiting.drainTo(together, AT_ONCE - 1);
                settle(together);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(List<Arrived> together) throws InterruptedException {
        var readable = new LinkedHashMap<Arrived, Incoming>();
        for (var arrived : together) {
            try {
                CloudEvents.read(arrived.message)
                        .ifPresentOrElse(event -> readable.put(arrived, event), arrived::acknowledge);
            } catch (UnreadableEvent e) {
                bury(arrived, e);
            }
        }
        try {
            apply(List.copyOf(readable.values()));
            readable.keySet().forEach(Arrived::acknowledge);
        } catch (RuntimeException e) {
            for (var each : readable.entrySet()) {
                settleAlone(each.getKey(), each.getValue());
            }
        }
    }

    private void settleAlone(Arrived arrived, Incoming event) throws InterruptedException {
        for (var tries = 1; !closed; tries++) {
            try {
                apply(List.of(event));
                arrived.acknowledge();
                return;
            } catch (RuntimeException e) {
                if (tries >= TRIES && !Outage.isBehind(e)) {
                    LOG.error(
                            "An event could not be applied; see the dead letters, mend the cause, replay it",
                            new Failure(e));
                    bury(
                            arrived,
                            new UnreadableEvent("failed " + tries + " times: "
                                    + e.getClass().getName()));
                    return;
                }
                LOG.warn("An event could not be applied; it is tried again", new Failure(e));
                TimeUnit.MILLISECONDS.sleep(Math.min(5_000, 200L << Math.min(tries, 5)));
            }
        }
    }

    private void apply(List<Incoming> events) {
        if (events.isEmpty()) {
            return;
        }
        transaction.accept(() -> {
            var fresh = mark(events);
            var first =
                    events.stream().filter(event -> fresh.remove(event.id())).toList();
            if (!first.isEmpty()) {
                effect.accept(first);
            }
        });
    }

    private Set<UUID> mark(List<Incoming> events) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(MARK)) {
            statement.setString(1, name);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", events.stream().map(Incoming::id).toArray()));
            var fresh = new HashSet<UUID>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    fresh.add(result.getObject(1, UUID.class));
                }
            }
            duplicates.increment(events.size() - fresh.size());
            return fresh;
        } catch (SQLException e) {
            throw new IllegalStateException("The inbox cannot be written", e);
        }
    }

    private void bury(Arrived arrived, UnreadableEvent reason) {
        deadLetters.increment();
        arrived.message.nack(reason).whenComplete((done, failure) -> arrived.settled.complete(null));
    }

    private record Arrived(Message<byte[]> message, CompletableFuture<Void> settled) {
        void acknowledge() {
            message.ack().whenComplete((done, failure) -> settled.complete(null));
        }
    }
}
