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

    /** A destination that is sent nothing, because there is nothing to send, is at 0 like any other that is well. */
    private static final String CIRCUIT = """
            select case circuit when 'CLOSED' then 0 when 'HALF_OPEN' then 1 else 2 end
              from destination where authority = ?""";

    private static final String PAUSED =
            "select count(*) from destination_pause where authority = ? and resumed_at is null";

    private final MeterRegistry registry;
    private final DataSource database;

    DeliveryMetrics(MeterRegistry registry, DataSource database) {
        this.registry = registry;
        this.database = database;
    }

    void register(@Observes StartupEvent event) {
        for (var authority : Authority.values()) {
            gauge("hub_deliveries_open", "select count(*)" + OPEN, authority);
            gauge(
                    "hub_delivery_oldest_open_seconds",
                    "select coalesce(extract(epoch from now() - min(created_at)), 0)" + OPEN,
                    authority);
            gauge("hub_destination_circuit", CIRCUIT, authority);
            gauge("hub_destination_paused", PAUSED, authority);
        }
    }

    private void gauge(String name, String question, Authority authority) {
        Gauge.builder(name, () -> ask(question, authority))
                .tag("authority", authority.name())
                .register(registry);
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
