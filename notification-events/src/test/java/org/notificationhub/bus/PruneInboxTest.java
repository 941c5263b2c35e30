package org.notificationhub.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.Ids;
import org.notificationhub.platform.Databases;
import org.notificationhub.platform.EmbeddedDatabase;

class PruneInboxTest {

    /** Made long ago, or so its id says. */
    private static final UUID OLD = UUID.fromString("0188c1de-0000-7000-8000-000000000001");

    private static EmbeddedDatabase server;
    private static DataSource database;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedDatabase.throwAway();
        var databases = new Databases(server.port());
        databases.create("inbox", "inbox");
        try (var owner = databases.as("inbox_owner", "inbox").getConnection();
                var statement = owner.createStatement();
                var tables = PruneInboxTest.class.getResourceAsStream("/db/bus/V0_1__outbox_and_inbox.sql")) {
            statement.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
        database = databases.as("inbox", "inbox");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void onlyOldEventsOfItsOwnConsumerAreForgottenHoweverMany() throws SQLException {
        execute("insert into inbox select 'mine', ('0188c1de-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,"
                + " now() - interval '31 days' from generate_series(1, 2500) n");
        mark("another", OLD, 31);
        var redelivered = UUID.fromString("0188c1de-0000-7000-9000-000000000001");
        mark("mine", redelivered, 1);
        var fresh = Ids.next();
        mark("mine", fresh, 0);

        try (var pruning = new PruneInbox("mine", database, Duration.ofDays(30))) {
            pruning.prune();
        }

        assertThat(count("consumer = 'mine'")).isEqualTo(2);
        assertThat(count("event_id = '" + redelivered + "'")).isEqualTo(1);
        assertThat(count("event_id = '" + fresh + "'")).isEqualTo(1);
        assertThat(count("consumer = 'another'")).isEqualTo(1);
    }

    private static void mark(String consumer, UUID event, int daysAgo) throws SQLException {
        execute("insert into inbox values ('%s', '%s', now() - interval '%d days')"
                .formatted(consumer, event, daysAgo));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from inbox where " + condition)) {
            row.next();
            return row.getInt(1);
        }
    }
}
