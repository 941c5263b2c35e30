package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.routing.Authorities;
import org.notificationhub.routing.delivery.DeliverySchedule.Claimed;
import org.notificationhub.routing.delivery.destination.Destinations;
import org.notificationhub.routing.delivery.destination.PauseDestination;
import org.notificationhub.routing.rule.Authority;

/** Which delivery goes first, and which goes no more. */
@QuarkusTest
class UrgencyTest {

    private static final String TIMES = """
            select d.id, d.version, d.created_at, d.urgent_by, u.ends_at from delivery d
              join duty u on u.notification_id = d.notification_id and u.authority = 'CQC'
             where d.notification_id = ? order by d.version desc limit 1""";

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource database;

    @Inject
    PauseDestination pauseDestination;

    @Inject
    Channels channels;

    @Inject
    WriteDispatch writeDispatch;

    @Inject
    RecordAnswer record;

    @Inject
    Destinations destinations;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    Clock clock;

    private Sender sender;

    @BeforeEach
    void pause() {
        sender = new Sender(broker, clock);
        pauseDestination.pause(Authority.CQC, "A test", "test");
        pauseDestination.pause(Authority.LFPSE, "A test", "test");
    }

    @AfterEach
    void resume() {
        pauseDestination.resume(Authority.CQC, "The test is over", "test");
        pauseDestination.resume(Authority.LFPSE, "The test is over", "test");
        sender.close();
    }

    @Test
    void aDeliveryIsUrgentByTheEndOfTheDutyItMeets() throws SQLException {
        sender.receive(sender.exposure(sender.daysAgo(1), null));
        sender.awaitStatus(NotificationStatus.ROUTED);

        var times = times();
        assertThat(times.urgentBy).isEqualTo(times.dutyEnds).isAfter(times.createdAt);
    }

    @Test
    void aReportToLfpseIsUrgentByTheDutyToTellCqcThatItDischarges() throws SQLException {
        sender.receive(sender.content("SERIOUS_INJURY", "RJ1", clock.instant(), Map.of(), null));
        sender.awaitStatus(NotificationStatus.ROUTED);

        var times = times();
        assertThat(times.urgentBy).isEqualTo(times.dutyEnds).isAfter(times.createdAt);
    }

    @Test
    void whatCameOverdueGoesNoSoonerThanItCame() throws SQLException {
        sender.receive(sender.exposure(sender.daysAgo(400), null));
        sender.awaitStatus(NotificationStatus.ROUTED);

        var times = times();
        assertThat(times.dutyEnds).isBefore(times.createdAt);
        assertThat(times.urgentBy).isEqualTo(times.createdAt);
    }

    @Test
    void whatNoClockWaitsForHasADay() throws SQLException {
        pauseDestination.resume(Authority.CQC, "A test", "test");
        sender.receive(sender.exposure(sender.daysAgo(1), null));
        sender.awaitStatus(NotificationStatus.DISCHARGED);
        pauseDestination.pause(Authority.CQC, "A test", "test");

        sender.amend(2, sender.exposure(sender.daysAgo(1), null));
        await().atMost(Sender.PATIENCE).until(() -> times().version == 2);

        assertThat(times().urgentBy).isEqualTo(times().createdAt.plus(Duration.ofDays(1)));
    }

    @Test
    void whatAStoppedProcessFindsInItsHandsAfterItsTimeIsNotSent() throws SQLException {
        sender.receive(sender.exposure(sender.daysAgo(1), null));
        sender.awaitStatus(NotificationStatus.ROUTED);
        var delivery = times().delivery;
        new DueDeliveries(database, clock).execute("""
                with sent as (update delivery set status = 'SENDING', attempts = 1, next_attempt_at = null,
                                     answer_due_at = now() + interval '1 hour' where id = ? returning id)
                insert into attempt (delivery_id, number, started_at) select id, 1, now() from sent""", delivery);

        new SendDelivery(channels, writeDispatch, record, destinations, metrics, clock)
                .send(Authority.CQC, new Claimed(delivery, sender.id, 1, clock.instant(), false));

        assertThat(authorities.calls(sender.reference)).isEmpty();
        await().atMost(Sender.PATIENCE)
                .untilAsserted(() -> assertThat(sender.outcomes())
                        .filteredOn(DeliveryAttempted.class::isInstance)
                        .extracting("outcome")
                        .containsExactly(DeliveryStatus.SCHEDULED));
    }

    private Times times() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TIMES)) {
            statement.setObject(1, sender.id);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Times(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("urgent_by").toInstant(),
                        row.getTimestamp("ends_at").toInstant());
            }
        }
    }

    private record Times(UUID delivery, int version, Instant createdAt, Instant urgentBy, Instant dutyEnds) {}
}
