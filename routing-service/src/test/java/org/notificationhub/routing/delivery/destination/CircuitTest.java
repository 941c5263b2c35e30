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
import org.notificationhub.routing.delivery.destination.Circuit.State;

class CircuitTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Breaker BREAKER =
            ChannelConfig.at(URI.create("http://localhost")).delivery().breaker();

    private Circuit circuit = Circuit.closed(NOW.minus(Duration.ofDays(1)));

    @Test
    void fiveDifferentDeliveriesThatFailOpenIt() {
        fail(4);
        assertThat(circuit.state()).isEqualTo(State.CLOSED);

        fail(1);
        assertThat(circuit.state()).isEqualTo(State.OPEN);
        assertThat(circuit.since()).isEqualTo(NOW);
        assertThat(circuit.admits(0)).isZero();
    }

    @Test
    void anAnswerInBetweenStartsTheCountAgain() {
        fail(4);
        circuit = circuit.answered(NOW, BREAKER);
        fail(4);

        assertThat(circuit.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void oneDeliveryThatFailsAgainAndAgainDoesNotOpenIt() {
        var poison = UUID.randomUUID();
        for (var attempt = 0; attempt < 12; attempt++) {
            circuit = circuit.failed(poison, NOW, BREAKER, 0);
        }

        assertThat(circuit.state()).isEqualTo(State.CLOSED);
        assertThat(circuit.failed()).containsExactly(poison);
    }

    @Test
    void itStaysOpenForHalfToAllOfAWaitThatDoublesUpToItsLimit() {
        assertThat(opensFor(0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(opensFor(1)).isEqualTo(Duration.ofSeconds(60));
        assertThat(opensFor(1)).isEqualTo(Duration.ofMinutes(2));
        assertThat(opensFor(1)).isEqualTo(Duration.ofMinutes(4));
        assertThat(opensFor(1)).isEqualTo(Duration.ofMinutes(8));
        assertThat(opensFor(1)).isEqualTo(Duration.ofMinutes(10));
        assertThat(opensFor(0)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatWasSentBeforeItOpenedChangesNothing() {
        fail(5);
        var open = circuit;

        assertThat(circuit.answered(NOW, BREAKER)).isEqualTo(open);
        assertThat(circuit.failed(UUID.randomUUID(), NOW, BREAKER, 1)).isEqualTo(open);
    }

    @Test
    void afterItsTimeItAdmitsOneProbe() {
        fail(5);
        var until = ((Circuit.Open) circuit).until();

        assertThat(circuit.at(until.minusMillis(1)).state()).isEqualTo(State.OPEN);
        var halfOpen = circuit.at(until);
        assertThat(halfOpen.state()).isEqualTo(State.HALF_OPEN);
        assertThat(halfOpen.admits(0)).isEqualTo(1);
        assertThat(halfOpen.admits(1)).isZero();
    }

    @Test
    void afterTheProbeEachAnswerLetsOneMoreThroughUntilNothingLimitsThem() {
        halfOpen();

        circuit = circuit.answered(NOW, BREAKER);
        assertThat(circuit.state()).isEqualTo(State.CLOSED);
        assertThat(circuit.admits(0)).isEqualTo(1);

        circuit = circuit.answered(NOW, BREAKER);
        assertThat(circuit.admits(0)).isEqualTo(2);
        assertThat(circuit.admits(2)).isZero();

        for (var answer = 2; answer < 16; answer++) {
            circuit = circuit.answered(NOW, BREAKER);
        }
        assertThat(circuit.admits(0)).isEqualTo(16);
        circuit = circuit.answered(NOW, BREAKER);
        assertThat(circuit).isEqualTo(new Circuit.Closed(NOW, List.of(), 0, null));
    }

    @Test
    void aFailureOnTheRampBeginsItAnewAndSeveralOpenItForLonger() {
        halfOpen();
        for (var answer = 0; answer < 8; answer++) {
            circuit = circuit.answered(NOW, BREAKER);
        }
        assertThat(circuit.admits(0)).isEqualTo(8);

        fail(1);
        assertThat(circuit.admits(0)).isEqualTo(1);

        fail(4);
        assertThat(circuit.openings()).isEqualTo(2);
    }

    private void halfOpen() {
        fail(5);
        circuit = circuit.at(((Circuit.Open) circuit).until());
    }

    /** The first time by five failures, then by failed probes. */
    private Duration opensFor(double luck) {
        if (circuit instanceof Circuit.Open open) {
            circuit = circuit.at(open.until());
        } else {
            fail(4);
        }
        circuit = circuit.failed(UUID.randomUUID(), NOW, BREAKER, luck);
        return Duration.between(NOW, ((Circuit.Open) circuit).until());
    }

    private void fail(int deliveries) {
        for (var delivery = 0; delivery < deliveries; delivery++) {
            circuit = circuit.failed(UUID.randomUUID(), NOW, BREAKER, 0.5);
        }
    }
}
