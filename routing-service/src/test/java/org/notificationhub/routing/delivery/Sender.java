package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.notificationhub.events.DutyWarned;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.CqcNotice;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.routing.Bus;

/** A provider with one notification: what it says, and what it hears. */
final class Sender implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final UUID id = UUID.randomUUID();
    final String reference = "INC-" + id;
    final String provider = "1-" + id;

    private final Bus bus;
    private final Clock clock;

    Sender(String broker, Clock clock) {
        this.bus = new Bus(broker);
        this.clock = clock;
    }

    Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** To be told within two weeks of its discovery. */
    NotificationContent exposure(Instant discoveredAt, CqcNotice cqc) {
        return content("IRMER_SAUE", provider, discoveredAt, Map.of("discoveredAt", discoveredAt.toString()), cqc);
    }

    NotificationContent content(String type, String provider, Instant at, Map<String, String> details, CqcNotice cqc) {
        var facts = JsonNodeFactory.instance.objectNode();
        details.forEach(facts::put);
        return new NotificationContent(
                type,
                reference,
                new NotificationContent.Provider(provider, null, null, null),
                at,
                at,
                "Wrong side imaged.",
                List.of(),
                null,
                cqc,
                facts,
                false);
    }

    void receive(NotificationContent content) {
        bus.publish(UUID.randomUUID(), new NotificationReceived(id, clock.instant(), content));
    }

    void amend(int version, NotificationContent content) {
        bus.publish(UUID.randomUUID(), new NotificationAmended(id, version, clock.instant(), content));
    }

    void awaitStatus(NotificationStatus status) {
        await().atMost(PATIENCE)
                .until(() -> outcomes().stream()
                        .anyMatch(outcome -> outcome.progress().status() == status));
    }

    void awaitRejected(int version) {
        await().atMost(PATIENCE)
                .until(() -> outcomes().stream()
                        .map(HubEvent.FromRouting::progress)
                        .anyMatch(progress -> progress.version() == version
                                && progress.status() == NotificationStatus.ACTION_REQUIRED));
    }

    List<DutyWarned> awaitWarnings(int count) {
        await().atMost(PATIENCE).until(() -> warnings().size() >= count);
        assertThat(warnings()).hasSize(count);
        return warnings();
    }

    List<DutyWarned> warnings() {
        return outcomes().stream()
                .filter(DutyWarned.class::isInstance)
                .map(DutyWarned.class::cast)
                .toList();
    }

    List<HubEvent.FromRouting> outcomes() {
        return bus.outcomes(id);
    }

    @Override
    public void close() {
        bus.close();
    }
}
