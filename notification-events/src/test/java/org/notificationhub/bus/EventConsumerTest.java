package org.notificationhub.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.ce.DefaultCloudEventMetadataBuilder;
import io.smallrye.reactive.messaging.ce.impl.DefaultIncomingCloudEventMetadata;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.EventTypes;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.platform.Databases;
import org.notificationhub.platform.EmbeddedDatabase;

/** The consumer on a real inbox: what other systems got wrong between reading an event and having done it. */
class EventConsumerTest {

    private static EmbeddedDatabase server;
    private static DataSource database;

    private static JoinedTransactions transactions;

    private final List<UUID> acknowledged = new CopyOnWriteArrayList<>();
    private final List<UUID> buried = new CopyOnWriteArrayList<>();

    private final List<EventConsumer> consumers = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedDatabase.throwAway();
        var databases = new Databases(server.port());
        databases.create("consumer", "consumer");
        try (var owner = databases.as("consumer_owner", "consumer").getConnection();
                var statement = owner.createStatement();
                var tables = EventConsumerTest.class.getResourceAsStream("/db/bus/V0_1__outbox_and_inbox.sql")) {
            statement.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("create table effect (event_id uuid)");
        }
        database = databases.as("consumer", "consumer");
        transactions = new JoinedTransactions(database);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @AfterEach
    void closeConsumers() {
        consumers.forEach(EventConsumer::close);
    }

    @Test
    void anEventWhoseEffectFailedIsNotAcknowledgedUntilItHasHadIt() throws SQLException {
        var event = Ids.next();
        var tries = new AtomicInteger();
        var acknowledgedBefore = new CopyOnWriteArrayList<Integer>();

        consume(List.of(event), incoming -> {
            acknowledgedBefore.add(acknowledged.size());
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            takeEffect(incoming);
        });

        await().untilAsserted(() -> assertThat(acknowledged).containsExactly(event));
        assertThat(acknowledgedBefore).containsOnly(0);
        assertThat(effects(event)).isOne();
    }

    @Test
    void aMarkIsNeverKeptWithoutItsEffect() throws SQLException {
        var event = Ids.next();

        consume(List.of(event), incoming -> {
            takeEffect(incoming);
            throw new IllegalStateException("after the effect, before the commit");
        });

        await().untilAsserted(() -> assertThat(buried).containsExactly(event));
        assertThat(effects(event)).isZero();
        assertThat(count("select count(*) from inbox where event_id = ?", event))
                .isZero();
    }

    @Test
    void anEventThatComesTwiceHasItsEffectOnce() throws SQLException {
        var event = Ids.next();

        consume(List.of(event, event, event), this::takeEffect);

        await().untilAsserted(() -> assertThat(acknowledged).containsExactly(event, event, event));
        assertThat(effects(event)).isOne();
    }

    @Test
    void oneBadEventCostsOnlyItself() throws SQLException {
        var good = Ids.next();
        var bad = Ids.next();
        var later = Ids.next();

        consume(List.of(good, bad, later), incoming -> {
            if (incoming.id().equals(bad)) {
                throw new IllegalStateException("bad");
            }
            takeEffect(incoming);
        });

        await().untilAsserted(() -> assertThat(acknowledged).containsExactly(good, later));
        assertThat(buried).containsExactly(bad);
        assertThat(effects(good) + effects(later)).isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsRestartingMakesNoDeadLetterHoweverOftenItFails() throws SQLException {
        var event = Ids.next();
        var tries = new AtomicInteger();

        consume(List.of(event), incoming -> {
            if (tries.incrementAndGet() < 6) {
                throw new IllegalStateException(new SQLException("shutting down", "57P01"));
            }
            takeEffect(incoming);
        });

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(acknowledged).containsExactly(event));
        assertThat(buried).isEmpty();
        assertThat(effects(event)).isOne();
    }

    private void consume(List<UUID> events, Consumer<Incoming> effect) {
        var consumer = new EventConsumer(
                "test",
                "notifications.v1",
                transactions.database(),
                transactions::run,
                EventConsumer.each(effect),
                new SimpleMeterRegistry());
        consumers.add(consumer);
        consumer.start(Multi.createFrom().iterable(events).map(this::message));
    }

    private Message<byte[]> message(UUID id) {
        var event = new NotificationWithdrawn(Ids.next(), 1, Instant.EPOCH, "test", "OTHER", "RJ1");
        var cloudEvent = new DefaultCloudEventMetadataBuilder<byte[]>()
                .withId(id.toString())
                .withSource(URI.create("/hub/test"))
                .withType(EventTypes.type(event.getClass()))
                .build();
        return Message.of(
                        CloudEvents.write(event).getBytes(StandardCharsets.UTF_8),
                        () -> settled(acknowledged, id),
                        failure -> settled(buried, id))
                .addMetadata(new DefaultIncomingCloudEventMetadata<>(cloudEvent));
    }

    private static CompletionStage<Void> settled(List<UUID> where, UUID id) {
        where.add(id);
        return CompletableFuture.completedFuture(null);
    }

    private void takeEffect(Incoming event) {
        try (var connection = transactions.database().getConnection();
                var statement = connection.prepareStatement("insert into effect values (?)")) {
            statement.setObject(1, event.id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long effects(UUID event) throws SQLException {
        return count("select count(*) from effect where event_id = ?", event);
    }

    private static long count(String question, UUID event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(question)) {
            statement.setObject(1, event);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
