package org.notificationhub.bus;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.notificationhub.background.Rounds;

/**
 * Forgets events that no broker can bring again, a few at a time. Every replica does; whoever comes second finds nothing.
 * The outbox needs none of this: its rows leave when they are published.
 */
public final class PruneInbox implements AutoCloseable {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int AT_ONCE = 1000;

    /**
     * Ids are UUIDv7, whose first 48 bits are the time in milliseconds: the oldest are first in the primary key, and no
     * other index is needed.
     */
    private static final String FORGET = """
            delete from inbox where consumer = ? and event_id = any (array(
                select event_id from inbox, (select now() - make_interval(secs => ?) as kept_from) time
                 where consumer = ? and received_at < kept_from
                   and event_id < (lpad(to_hex((extract(epoch from kept_from) * 1000)::bigint), 12, '0')
                                       || repeat('0', 20))::uuid
                 order by event_id limit ?))""";

    private final String consumer;
    private final DataSource database;
    private final Duration keep;
    private final Rounds rounds;

    /** @param keep longer than the broker keeps events, which may bring them all again */
    public PruneInbox(String consumer, DataSource database, Duration keep) {
        this.consumer = consumer;
        this.database = database;
        this.keep = keep;
        this.rounds = new Rounds(consumer + "-inbox", "Old events could not be forgotten", this::prune);
    }

    public void start() {
        rounds.start(FIRST, INTERVAL);
    }

    @Override
    public void close() {
        rounds.close();
    }

    void prune() throws SQLException {
        int forgotten;
        do {
            forgotten = forget();
        } while (forgotten == AT_ONCE && !rounds.isClosed());
    }

    private int forget() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, consumer);
            statement.setDouble(2, keep.toSeconds());
            statement.setString(3, consumer);
            statement.setInt(4, AT_ONCE);
            return statement.executeUpdate();
        }
    }
}
