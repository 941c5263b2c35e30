package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.routing.Authorities;
import org.notificationhub.routing.Bus;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.destination.PauseDestination;
import org.notificationhub.routing.rule.Authority;

@QuarkusTest
class ReplicasTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:15:00Z");

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DeliverySchedule schedule;

    @Inject
    SendDelivery send;

    @Inject
    RecordAnswer record;

    @Inject
    PauseDestination pauseDestination;

    @Inject
    RoutingConfig config;

    @Test
    void twoReplicasOnOneScheduleTellEachAuthorityOnce() {
        var other = new DeliveryWorker(schedule, send, record, config);
        other.start(null);
        var ids = Stream.generate(UUID::randomUUID).limit(150).toList();

        try (var bus = new Bus(broker)) {
            ids.forEach(id -> bus.publish(UUID.randomUUID(), new NotificationReceived(id, AT, injury(id))));
            ids.forEach(id -> {
                other.wake(null);
                await().atMost(Duration.ofSeconds(60)).until(() -> isDischarged(bus, id));
            });
        } finally {
            other.stop(null);
        }

        assertThat(ids)
                .allSatisfy(id -> assertThat(authorities.calls(id.toString())).hasSize(1));
    }

    @Test
    void whatOneReplicaIsToldToPauseNoReplicaSends() {
        pauseDestination.pause(Authority.CQC, "Maintenance", "test");
        var other = new DeliveryWorker(schedule, send, record, config);
        other.start(null);
        var ids = Stream.generate(UUID::randomUUID).limit(20).toList();

        try (var bus = new Bus(broker)) {
            ids.forEach(id -> bus.publish(UUID.randomUUID(), new NotificationReceived(id, AT, injury(id))));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ids.stream().filter(ReplicasTest::isATrusts).allMatch(id -> isDischarged(bus, id)));
            assertThat(ids)
                    .filteredOn(id -> !isATrusts(id))
                    .allSatisfy(
                            id -> assertThat(authorities.calls(id.toString())).isEmpty());

            pauseDestination.resume(Authority.CQC, "Maintenance is over", "test");
            await().atMost(Duration.ofSeconds(60)).until(() -> ids.stream().allMatch(id -> isDischarged(bus, id)));
        } finally {
            pauseDestination.resume(Authority.CQC, "The test is over", "test");
            other.stop(null);
        }

        assertThat(ids)
                .allSatisfy(id -> assertThat(authorities.calls(id.toString())).hasSize(1));
    }

    private static boolean isATrusts(UUID id) {
        return id.hashCode() % 2 == 0;
    }

    private static boolean isDischarged(Bus bus, UUID id) {
        return bus.outcomes(id).stream()
                .anyMatch(outcome -> outcome.progress().status() == NotificationStatus.DISCHARGED);
    }

    /** Half of them are a trust's, bound for LfPSE. */
    private static NotificationContent injury(UUID id) {
        var provider = isATrusts(id) ? "RJ1" : "1-101614751";
        return new NotificationContent(
                "SERIOUS_INJURY",
                id.toString(),
                new NotificationContent.Provider(provider, null, null, null),
                AT,
                AT,
                "Fall from bed.",
                List.of(),
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                false);
    }
}
