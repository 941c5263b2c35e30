package org.notificationhub.routing.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.notificationhub.routing.rule.Authority;

/** How deliveries are doing, by authority. */
@ApplicationScoped
class DeliveryMetrics {

    private static final String OPEN =
            " from delivery where authority = ? and status in ('SCHEDULED', 'SENDING', 'UNKNOWN')";

    private final MeterRegistry registry;
    private final DataSource database;

    DeliveryMetrics(MeterRegistry registry, DataSource database) {
        this.registry = registry;
        this.database = database;
    }

    void register(@Observes StartupEvent event) {
        for (var authority : Authority.values()) {
            Gauge.builder("hub_deliveries_open", () -> ask("select count(*)" + OPEN, authority))
                    .tag("authority", authority.name())
                    .register(registry);
            Gauge.builder(
                            "hub_delivery_oldest_open_seconds",
                            () -> ask(
                                    "select coalesce(extract(epoch from now() - min(created_at)), 0)" + OPEN,
                                    authority))
                    .tag("authority", authority.name())
                    .register(registry);
        }
    }

    /** Times a call to an authority and counts how it ended. */
    Answer measure(Authority authority, Supplier<Answer> call) {
        var answer = Timer.builder("hub_delivery_seconds")
                .tag("authority", authority.name())
                .publishPercentileHistogram()
                .register(registry)
                .record(call);
        registry.counter(
                        "hub_delivery_attempts_total",
                        "authority",
                        authority.name(),
                        "outcome",
                        Attempt.Outcome.of(answer).name())
                .increment();
        return answer;
    }

    private double ask(String question, Authority authority) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(question)) {
            statement.setString(1, authority.name());
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getDouble(1) : Double.NaN;
            }
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
