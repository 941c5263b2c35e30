package org.notificationhub.routing.delivery.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.notificationhub.routing.RoutingConfig.Breaker;
import org.notificationhub.routing.delivery.ChannelConfig;
import org.notificationhub.routing.delivery.destination.Bucket.Rate;
import org.notificationhub.routing.rule.Authority;

class DestinationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Breaker BREAKER =
            ChannelConfig.at(URI.create("http://localhost")).delivery().breaker();

    private Destination destination =
            new Destination(Authority.CQC, false, Circuit.closed(NOW.minusSeconds(60)), null, null, 0);

    @Test
    void whoeverSaysWhenToComeBackMeansEveryDelivery() {
        hear(Sign.BUSY, Duration.ofSeconds(30));

        assertThat(destination.at(NOW.plusSeconds(29)).admits(4)).isZero();
        assertThat(destination.at(NOW.plusSeconds(30)).admits(4)).isEqualTo(4);
        assertThat(destination.circuit().failed()).isEmpty();
    }

    @Test
    void ofTwoTimesToComeBackTheLaterCounts() {
        hear(Sign.UNAVAILABLE, Duration.ofSeconds(30));
        hear(Sign.BUSY, Duration.ofSeconds(5));

        assertThat(destination.heldUntil()).isEqualTo(NOW.plusSeconds(30));
        assertThat(destination.circuit().failed()).hasSize(1);
    }

    @Test
    void tooManyWithoutATimeHoldsItBackForAMoment() {
        hear(Sign.BUSY, null);

        assertThat(destination.admits(4)).isZero();
        assertThat(destination.at(NOW.plusSeconds(3)).admits(4)).isEqualTo(4);
    }

    @Test
    void anErrorThatNamesATimeHoldsBackItsOwnDeliveryOnly() {
        hear(Sign.TROUBLED, Duration.ofHours(6));

        assertThat(destination.heldUntil()).isNull();
    }

    @Test
    void aPausedDestinationAdmitsNothing() {
        var paused = new Destination(Authority.CQC, true, destination.circuit(), null, null, 0);

        assertThat(paused.admits(4)).isZero();
        assertThat(paused.again()).isNull();
    }

    @Test
    void aRateGivesABurstAndThenSoManyASecond() {
        destination =
                new Destination(Authority.CQC, false, destination.circuit(), null, Bucket.full(new Rate(2, 5), NOW), 0);
        assertThat(destination.admits(8)).isEqualTo(5);

        destination = destination.sent(5);
        assertThat(destination.admits(8)).isZero();
        assertThat(destination.again()).isEqualTo(Duration.ofMillis(500));

        assertThat(destination.at(NOW.plusMillis(499)).admits(8)).isZero();
        assertThat(destination.at(NOW.plusMillis(500)).admits(8)).isEqualTo(1);
        assertThat(destination.at(NOW.plusSeconds(60)).admits(8)).isEqualTo(5);
        assertThat(destination.at(NOW.minusSeconds(60)).admits(8)).isZero();
    }

    @Test
    void onTheRampWhatIsInFlightCounts() {
        var ramp = new Circuit.Closed(NOW, List.of(), 1, 3);

        assertThat(new Destination(Authority.CQC, false, ramp, null, null, 2).admits(4))
                .isEqualTo(1);
    }

    private void hear(Sign sign, Duration asked) {
        destination = destination.heard(sign, asked, UUID.randomUUID(), NOW, BREAKER, 0.5);
    }
}
