package org.notificationhub.bus;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.notificationhub.bus.CloudEvents.OutboxRow;
import org.notificationhub.http.Failure;

/**
 * Publishes what the outbox holds, in order for each notification. Rows leave the table in the transaction that waits for
 * the broker's acknowledgement, so an event can be published twice (with one id) and never lost. Replicas take turns
 * under an advisory lock that ends with its transaction: a replica that dies holds nothing up.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Any number, the same in every replica: "outbox" in ASCII. */
    private static final String TAKE_TURN = "select pg_advisory_xact_lock(122520363397496)";

    /**
     * Of each notification only the oldest row is taken, so a failed send can never let a later event overtake. 128 of the
     * largest bodies still fit a small heap.
     */
    private static final String TAKE = """
            delete from outbox taken
             where seq in (select next.seq from outbox next
                            where not exists (select from outbox earlier
                                               where earlier.aggregateid = next.aggregateid and earlier.seq < next.seq)
                            order by next.seq limit 128)
            returning seq, id, aggregateid, type, payload, correlationid, traceparent, occurred_at""";

    private static final Duration SWEEP = Duration.ofMillis(500);

    /** Under load events are published together, not one by one; an event after a quiet moment does not wait. */
    private static final Duration PACE = Duration.ofMillis(5);

    private static final Duration BROKER_ANSWERS = Duration.ofSeconds(20);

    private final DataSource database;
    private final Function<Message<byte[]>, Uni<Void>> broker;
    private final String source;
    private final Semaphore committed = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** @param source the CloudEvents source, such as {@code /hub/notification-intake} */
    public OutboxRelay(DataSource database, Function<Message<byte[]>, Uni<Void>> broker, String source) {
        this.database = database;
        this.broker = broker;
        this.source = source;
        this.thread = new Thread(this::relay, "outbox-relay");
    }

    public void start() {
        thread.start();
    }

    /** Says that something was committed to the outbox. Whatever is missed, the sweep finds. */
    public void wake() {
        if (committed.availablePermits() == 0) {
            committed.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    public void measure(MeterRegistry registry) {
        Gauge.builder("hub_outbox_pending", () -> ask("select count(*) from outbox"))
                .register(registry);
        Gauge.builder(
                        "hub_outbox_oldest_seconds",
                        () -> ask("select coalesce(extract(epoch from now() - min(occurred_at)), 0) from outbox"))
                .register(registry);
    }

    private void relay() {
        while (!closed) {
            try {
                committed.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
                committed.drainPermits();
                while (publishNext() > 0 && !closed) {
                    TimeUnit.NANOSECONDS.sleep(PACE.toNanos());
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!closed) {
                    LOG.warn("Events wait in the outbox; publishing is tried again", new Failure(e));
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private int publishNext() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var rows = take(connection);
                publish(rows);
                connection.commit();
                return rows.size();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void publish(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var sent = rows.stream()
                .map(row -> broker.apply(CloudEvents.message(row, source)))
                .toList();
        Uni.join().all(sent).andCollectFailures().await().atMost(BROKER_ANSWERS);
    }

    private static List<OutboxRow> take(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TAKE_TURN);
            try (var result = statement.executeQuery(TAKE)) {
                record Numbered(long seq, OutboxRow row) {}
                var rows = new ArrayList<Numbered>();
                while (result.next()) {
                    rows.add(new Numbered(result.getLong("seq"), row(result)));
                }
                return rows.stream()
                        .sorted(Comparator.comparingLong(Numbered::seq))
                        .map(Numbered::row)
                        .toList();
            }
        }
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        return new OutboxRow(
                result.getObject("id", UUID.class),
                result.getString("aggregateid"),
                result.getString("type"),
                result.getString("payload"),
                result.getString("correlationid"),
                result.getString("traceparent"),
                instant(result));
    }

    private static Instant instant(ResultSet result) throws SQLException {
        return result.getTimestamp("occurred_at").toInstant();
    }

    private double ask(String question) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            return result.next() ? result.getDouble(1) : Double.NaN;
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
