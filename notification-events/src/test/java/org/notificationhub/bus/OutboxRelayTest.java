package org.notificationhub.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.platform.Databases;
import org.notificationhub.platform.EmbeddedDatabase;

/** The relay on a real outbox; the broker is one that fails whenever it likes. */
class OutboxRelayTest {

    private static EmbeddedDatabase server;
    private static DataSource database;

    private final List<UUID> published = Collections.synchronizedList(new ArrayList<>());
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedDatabase.throwAway();
        var databases = new Databases(server.port());
        databases.create("relay", "relay");
        try (var owner = databases.as("relay_owner", "relay").getConnection();
                var statement = owner.createStatement();
                var tables = OutboxRelayTest.class.getResourceAsStream("/db/bus/V0_1__outbox_and_inbox.sql")) {
            statement.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
        database = databases.as("relay", "relay");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void severalReplicasWithAFailingBrokerLoseNothingAndKeepTheOrderOfEachNotification() throws SQLException {
        var notifications = Stream.generate(UUID::randomUUID).limit(40).toList();
        var perNotification =
                notifications.stream().map(OutboxRelayTest::fiveEvents).toList();
        try (var one = relay();
                var two = relay();
                var three = relay()) {
            Stream.of(one, two, three).forEach(OutboxRelay::start);
            for (var step = 0; step < 5; step++) {
                var now = step;
                append(perNotification.stream().map(events -> events.get(now)).toList());
                Stream.of(one, two, three).forEach(OutboxRelay::wake);
            }

            var all = perNotification.stream()
                    .flatMap(List::stream)
                    .map(Outgoing::id)
                    .toList();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(published).containsAll(all));
        }

        for (var events : perNotification) {
            var ids = events.stream().map(Outgoing::id).toList();
            var firstSeen =
                    new LinkedHashSet<>(published.stream().filter(ids::contains).toList());
            assertThat(firstSeen).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void whatItsTransactionTookBackIsNeverPublished() throws SQLException {
        var undone = fiveEvents(UUID.randomUUID());
        var done = fiveEvents(UUID.randomUUID());
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Outbox.append(connection, Instant.EPOCH, undone);
            connection.rollback();
        }
        append(done);

        try (var relay = relay()) {
            relay.start();
            await().untilAsserted(() -> assertThat(published)
                    .containsAll(done.stream().map(Outgoing::id).toList()));
        }

        assertThat(published)
                .doesNotContainAnyElementsOf(undone.stream().map(Outgoing::id).toList());
    }

    private OutboxRelay relay() {
        return new OutboxRelay(database, this::send, "/hub/test");
    }

    /** A third of the events are refused at their first try, whatever else is published beside them. */
    private Uni<Void> send(Message<byte[]> message) {
        var id = message.getMetadata(OutgoingCloudEventMetadata.class)
                .map(cloudEvent -> UUID.fromString(cloudEvent.getId()))
                .orElseThrow();
        if (id.getLeastSignificantBits() % 3 == 0 && refused.add(id)) {
            return Uni.createFrom().failure(new IOException("the broker is away"));
        }
        published.add(id);
        return Uni.createFrom().voidItem();
    }

    private static List<Outgoing> fiveEvents(UUID notification) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(version -> new Outgoing(
                        Ids.next(),
                        new NotificationWithdrawn(notification, version, Instant.EPOCH, "test", "OTHER", "RJ1"),
                        null,
                        null))
                .toList();
    }

    private void append(List<Outgoing> events) throws SQLException {
        try (var connection = database.getConnection()) {
            Outbox.append(connection, Instant.EPOCH, events);
        }
    }
}
