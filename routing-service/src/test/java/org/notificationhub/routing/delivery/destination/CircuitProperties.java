package org.notificationhub.routing.delivery.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.notificationhub.routing.RoutingConfig.Breaker;
import org.notificationhub.routing.delivery.ChannelConfig;
import org.notificationhub.routing.delivery.destination.Circuit.State;

/** Whatever happens to a destination, in whatever order. */
class CircuitProperties {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Breaker BREAKER =
            ChannelConfig.at(URI.create("http://localhost")).delivery().breaker();

    @Property(tries = 500)
    void itIsOpenForNoLongerThanItsLimitAndRecoversByAnswersAlone(@ForAll("happenings") List<Happening> happenings) {
        var circuit = Circuit.closed(START);
        var now = START;
        for (var happening : happenings) {
            now = now.plusSeconds(happening.seconds);
            circuit = happening.to(circuit.at(now), now);
            assertSound(circuit, now);
        }
        now = now.plus(BREAKER.longest());
        for (var answer = 0; answer <= BREAKER.ramp(); answer++) {
            circuit = circuit.at(now).answered(now, BREAKER);
        }

        assertThat(circuit).isEqualTo(Circuit.closed(circuit.since()));
    }

    private static void assertSound(Circuit circuit, Instant now) {
        assertThat(circuit.failed())
                .hasSizeLessThanOrEqualTo(BREAKER.failures())
                .doesNotHaveDuplicates();
        switch (circuit.state()) {
            case CLOSED -> assertThat(circuit.admits(0)).isPositive();
            case HALF_OPEN -> assertThat(circuit.admits(0) + circuit.admits(1)).isEqualTo(1);
            case OPEN -> {
                assertThat(circuit.admits(0)).isZero();
                assertThat(((Circuit.Open) circuit).until()).isBetween(now, now.plus(BREAKER.longest()));
            }
        }
    }

    /** 429 and refusals of the content never reach the count. */
    @Property(tries = 200)
    void whatIsNoFailureOpensNothing(@ForAll("signs") List<Sign> signs) {
        var destination = new Destination(null, false, Circuit.closed(START), null, null, 0);
        for (var sign : signs) {
            destination = destination.heard(sign, null, UUID.randomUUID(), START, BREAKER, 0.5);
        }

        assertThat(destination.circuit().state()).isEqualTo(State.CLOSED);
    }

    @Provide
    Arbitrary<List<Sign>> signs() {
        return Arbitraries.of(Sign.WELL, Sign.BUSY, Sign.NONE).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(0, 1))
                .as(Happening::new)
                .list()
                .ofMaxSize(80);
    }

    /** @param delivery one of a few, so that the same one fails again */
    record Happening(int seconds, int delivery, boolean fails, double luck) {
        Circuit to(Circuit circuit, Instant now) {
            return fails ? circuit.failed(new UUID(0, delivery), now, BREAKER, luck) : circuit.answered(now, BREAKER);
        }
    }
}
