package org.notificationhub.irmer.count;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.notificationhub.background.Rounds;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.exposure.ExposureRepository;

/** Counts everything again from the facts and compares: an error in keeping the counts must not go unseen. */
@ApplicationScoped
public class Recount {

    private static final Logger LOG = Logger.getLogger(Recount.class);
    private static final int AT_ONCE = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration AT_MOST = Duration.ofHours(6);

    private final ExposureRepository exposures;
    private final CellRepository cells;
    private final DataSource database;
    private final Rounds rounds;
    private final Duration every;
    private final AtomicInteger drifted;

    Recount(
            ExposureRepository exposures,
            CellRepository cells,
            DataSource database,
            MeterRegistry metrics,
            IrmerConfig config) {
        this.exposures = exposures;
        this.cells = cells;
        this.database = database;
        this.every = config.recount().every();
        this.rounds = new Rounds("recount", "The counts were not compared with the facts", this::compare);
        this.drifted = metrics.gauge("hub_irmer_counts_drifted", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        rounds.start(every, every);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    /** The cells whose kept totals are not what the facts say now; empty when all is well. */
    public Set<Cell> drift() {
        return QuarkusTransaction.requiringNew()
                .timeout((int) AT_MOST.toSeconds())
                .call(() -> {
                    holdStill();
                    return differences(recounted());
                });
    }

    private void compare() {
        var differences = drift();
        drifted.set(differences.size());
        if (!differences.isEmpty()) {
            LOG.errorf(
                    "%d counts differ from the facts; stop the service, empty its tables and let it read the topic again",
                    differences.size());
        }
    }

    /** All that follows sees the facts and the counts at one moment. */
    private void holdStill() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }

    private Map<Cell, Integer> recounted() {
        var totals = new HashMap<Cell, Integer>();
        for (var ids = exposures.after(FIRST, AT_ONCE); !ids.isEmpty(); ids = after(ids)) {
            exposures.known(ids).stream()
                    .flatMap(each -> Contribution.of(each).stream())
                    .forEach(cell -> totals.merge(cell, 1, Integer::sum));
        }
        return totals;
    }

    private List<UUID> after(List<UUID> ids) {
        return exposures.after(ids.get(ids.size() - 1), AT_ONCE);
    }

    private Set<Cell> differences(Map<Cell, Integer> recounted) {
        var totals = cells.totals();
        var newest = cells.newest();
        return Stream.concat(recounted.keySet().stream(), totals.keySet().stream())
                .filter(cell -> {
                    int counted = recounted.getOrDefault(cell, 0);
                    return totals.getOrDefault(cell, 0) != counted || newest.getOrDefault(cell, 0) != counted;
                })
                .collect(Collectors.toSet());
    }
}
