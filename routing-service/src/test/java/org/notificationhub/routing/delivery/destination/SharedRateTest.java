package org.notificationhub.routing.delivery.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.notificationhub.routing.delivery.ChannelConfig;
import org.notificationhub.routing.delivery.destination.Destinations.Decided;
import org.notificationhub.routing.rule.Authority;

/** A rate is that of all replicas together. */
@QuarkusTest
class SharedRateTest {

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    @Test
    void replicasDrawFromOneBucket() {
        var now = Clock.fixed(clock.instant(), ZoneOffset.UTC);

        assertThat(drawnByEightReplicas(now)).isEqualTo(20);
        assertThat(drawnByEightReplicas(Clock.offset(now, Duration.ofSeconds(3))))
                .isEqualTo(15);
    }

    private int drawnByEightReplicas(Clock at) {
        var settings = Map.of("hub.lfpse.rate", "5", "hub.lfpse.burst", "20");
        var config = ChannelConfig.at(URI.create("http://localhost"), settings);
        var destinations = new Destinations(database, new CircuitChanges(metrics), config, at);
        var drawn = Stream.generate(() -> CompletableFuture.supplyAsync(() -> draw(destinations)))
                .limit(8)
                .toList();
        return drawn.stream().mapToInt(CompletableFuture::join).sum();
    }

    private static int draw(Destinations destinations) {
        try {
            return destinations.decide(Authority.LFPSE, (destination, connection) -> {
                var admitted = destination.admits(7);
                return new Decided<>(destination.sent(admitted), admitted);
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
