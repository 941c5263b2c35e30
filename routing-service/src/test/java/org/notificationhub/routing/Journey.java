package org.notificationhub.routing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.notificationhub.events.Decision;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationRouted;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.routing.Authorities.Call;

/** One notification from an event on {@code notifications.v1} to the authorities, and what is said of it on {@code routing-outcomes.v1}. */
abstract class Journey {

    static final String TRUST = "RJ1";
    static final String INDEPENDENT = "1-101614751";
    static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    final UUID id = UUID.randomUUID();
    final String reference = "INC-" + id;
    Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(broker);
    }

    @AfterEach
    void disconnect() {
        bus.close();
    }

    void receive(String type, String provider) {
        publish(new NotificationReceived(id, NOW, content(type, provider, NOW)));
    }

    void amend(int version) {
        publish(new NotificationAmended(id, version, NOW, content("SERIOUS_INJURY", INDEPENDENT, NOW)));
    }

    void withdraw(int version) {
        publish(new NotificationWithdrawn(id, version, NOW, "Sent by mistake", "SERIOUS_INJURY", INDEPENDENT));
    }

    void publish(HubEvent event) {
        bus.publish(UUID.randomUUID(), event);
    }

    NotificationContent content(String type, String provider, Instant occurredAt) {
        return new NotificationContent(
                type,
                reference,
                new Provider(provider, null, null, null),
                occurredAt,
                occurredAt,
                "Fall from bed.",
                List.of(),
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                false);
    }

    RoutingProgress awaitStatus(NotificationStatus status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> outcomes().stream()
                                .map(HubEvent.FromRouting::progress)
                                .filter(progress -> progress.status() == status)
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    RoutingProgress awaitAccepted(int version) {
        return await().atMost(PATIENCE)
                .until(
                        () -> outcomes().stream()
                                .map(HubEvent.FromRouting::progress)
                                .filter(progress -> progress.version() == version)
                                .filter(progress -> progress.deliveries().stream()
                                        .allMatch(delivery -> delivery.status() == DeliveryStatus.ACCEPTED))
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    Decision decision() {
        return outcomes().stream()
                .filter(NotificationRouted.class::isInstance)
                .map(NotificationRouted.class::cast)
                .findFirst()
                .orElseThrow()
                .decision();
    }

    RoutingProgress.Delivery delivery() {
        var all = outcomes();
        return all.get(all.size() - 1).progress().deliveries().get(0);
    }

    List<HubEvent.FromRouting> outcomes() {
        return bus.outcomes(id);
    }

    List<Call> calls() {
        return authorities.calls(reference);
    }
}
