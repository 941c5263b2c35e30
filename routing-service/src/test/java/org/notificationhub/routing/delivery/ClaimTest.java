package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.DeliverySchedule.Claimed;
import org.notificationhub.routing.delivery.destination.Destinations;
import org.notificationhub.routing.delivery.destination.PauseDestination;
import org.notificationhub.routing.rule.Authority;

/** Which deliveries a replica may send next, and how many. */
@QuarkusTest
class ClaimTest {

    @Inject
    DataSource database;

    @Inject
    Destinations destinations;

    @Inject
    PauseDestination pauseDestination;

    @Inject
    RoutingConfig config;

    @Inject
    Clock clock;

    private DueDeliveries deliveries;
    private DeliverySchedule schedule;

    @BeforeEach
    void tomorrow() {
        deliveries = new DueDeliveries(database, clock);
        schedule = new DeliverySchedule(database, destinations, config, Clock.offset(clock, Duration.ofDays(1)));
    }

    @AfterEach
    void clear() throws SQLException {
        pauseDestination.resume(Authority.CQC, "The test is over", "test");
        deliveries.clear();
    }

    @Test
    void theLeastTimeLeftGoesFirst() throws SQLException {
        var third = deliveries.due(30);
        var first = deliveries.due(10);
        var second = deliveries.due(20);

        assertThat(claim(2)).containsExactlyInAnyOrder(first, second);
        assertThat(claim(1)).containsExactly(third);
    }

    @Test
    void whatIsNotYetDueIsPassedOverHoweverUrgent() throws SQLException {
        deliveries.due(1, Duration.ofDays(2));
        var due = deliveries.due(2);

        assertThat(claim(1)).containsExactly(due);
    }

    @Test
    void aNotificationThatSomebodyIsChangingHoldsUpNothing() throws SQLException {
        var locked = deliveries.due(1);
        var other = deliveries.due(2);

        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select from notification where id ="
                        + " (select notification_id from delivery where id = ?) for update")) {
            connection.setAutoCommit(false);
            lock.setObject(1, locked);
            lock.execute();

            assertThat(claim(1)).containsExactly(other);
            connection.rollback();
        }
        assertThat(claim(1)).containsExactly(locked);
    }

    @Test
    void whileADestinationIsWellAClaimWaitsForNobodyWhoLooksAtIt() throws SQLException {
        var due = deliveries.due(1);

        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select from destination where authority = 'CQC' for update")) {
            connection.setAutoCommit(false);
            lock.execute();

            assertThat(claim(1)).containsExactly(due);
            connection.rollback();
        }
    }

    @Test
    void aPausedDestinationIsSentNothingAndNothingIsUsedUp() throws SQLException {
        var due = deliveries.due(1);
        pauseDestination.pause(Authority.CQC, "Maintenance", "test");

        assertThat(claim(4)).isEmpty();
        assertThat(deliveries.attempts(due)).isZero();

        pauseDestination.resume(Authority.CQC, "Maintenance is over", "test");
        assertThat(claim(1)).containsExactly(due);
    }

    @Test
    void anOpenCircuitUsesUpNoAttempts() throws SQLException {
        var due = deliveries.due(1);
        deliveries.destination("circuit = 'OPEN', open_until = now() + interval '1 hour'");

        assertThat(claim(4)).isEmpty();
        assertThat(deliveries.attempts(due)).isZero();
    }

    @Test
    void whatTheAuthorityAskedForIsWaitedFor() throws SQLException {
        deliveries.due(1, 1);
        deliveries.destination("held_until = ?", Timestamp.from(clock.instant().plus(Duration.ofDays(2))));

        assertThat(claim(4)).isEmpty();
    }

    @Test
    void ofAllReplicasOneSendsTheProbe() throws SQLException {
        deliveries.due(1, 40);
        deliveries.destination("circuit = 'OPEN', open_until = now() - interval '1 second'");

        assertThat(eightReplicas()).hasSize(1);
        assertThat(claim(4)).isEmpty();
    }

    @Test
    void onTheRampAllReplicasTogetherSendAFew() throws SQLException {
        deliveries.due(1, 40);
        deliveries.destination("ramp = 3");

        assertThat(eightReplicas()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void whatHasFailedIsTheProbeOnlyWhereNothingElseIsDue() throws SQLException {
        var poison = deliveries.due(1);
        var other = deliveries.due(2);
        deliveries.destination("circuit = 'HALF_OPEN', failed = array[?]", poison);

        assertThat(claim(4)).containsExactly(other);
        deliveries.execute("update delivery set status = 'PARKED' where id = ?", other);
        assertThat(claim(4)).containsExactly(poison);
    }

    @Test
    void aSuccessIsToldOnlyWhereItIsNews() throws SQLException {
        deliveries.due(1, 2);
        assertThat(schedule.claim(Authority.CQC, 1).claimed())
                .extracting(Claimed::isWatched)
                .containsExactly(false);

        deliveries.destination("failed = array[?]", UUID.randomUUID());
        assertThat(schedule.claim(Authority.CQC, 1).claimed())
                .extracting(Claimed::isWatched)
                .containsExactly(true);
    }

    private List<UUID> claim(int most) throws SQLException {
        return schedule.claim(Authority.CQC, most).claimed().stream()
                .map(Claimed::deliveryId)
                .toList();
    }

    private List<UUID> eightReplicas() {
        var claims = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return claim(4);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(8)
                .toList();
        return claims.stream()
                .map(claim -> claim.orTimeout(20, TimeUnit.SECONDS).join())
                .flatMap(List::stream)
                .toList();
    }
}
