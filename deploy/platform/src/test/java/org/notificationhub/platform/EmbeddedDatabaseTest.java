package org.notificationhub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @Test
    void whatIsCommittedOutlivesTheServer(@TempDir Path directory) throws IOException, SQLException {
        var port = Ports.free();
        try (var server = EmbeddedDatabase.kept(directory.resolve("data"), port)) {
            var databases = new Databases(server.port());
            databases.create("ward", "ward");
            try (var owner = databases.as("ward_owner", "ward").getConnection()) {
                run(owner, "create table bed (number int)");
                run(owner, "insert into bed values (7)");
            }
        }

        try (var server = EmbeddedDatabase.kept(directory.resolve("data"), port)) {
            var databases = new Databases(server.port());
            databases.create("ward", "ward");
            try (var service = databases.as("ward", "ward").getConnection();
                    var statement = service.createStatement();
                    var beds = statement.executeQuery("select number from bed")) {
                assertThat(beds.next()).isTrue();
                assertThat(beds.getInt(1)).isEqualTo(7);
            }
        }
    }

    @Test
    void aServerThatWasLeftRunningGivesWayToTheNext(@TempDir Path directory) throws Exception {
        var data = directory.resolve("data");
        var leftPort = Ports.free();
        var starter = JavaProcess.start(
                directory.resolve("starter.log"), KilledStarter.class, data.toString(), Integer.toString(leftPort));
        assertThat(starter.waitFor()).isEqualTo(KilledStarter.EXIT);
        assertThat(Ports.isFree(leftPort)).isFalse();

        try (var server = EmbeddedDatabase.kept(data, Ports.free())) {
            assertThat(Ports.isFree(leftPort)).isTrue();
            try (var owner =
                    new Databases(server.port()).as("ward_owner", "ward").getConnection()) {
                run(owner, "create table bed (number int)");
            }
        }
    }

    @Test
    void whatIsCommittedOutlivesAKilledServer(@TempDir Path directory) throws Exception {
        var data = directory.resolve("data");
        var port = Ports.free();
        try (var killed = EmbeddedDatabase.kept(data, port)) {
            new Databases(port).create("ward", "ward");
            try (var owner = new Databases(port).as("ward_owner", "ward").getConnection()) {
                run(owner, "create table bed (number int)");
                run(owner, "insert into bed values (7)");
                new DatabaseServer(data).kill();
            }
            assertThat(Ports.isFree(port)).isTrue();
        }

        try (var server = EmbeddedDatabase.kept(data, port);
                var owner =
                        new Databases(server.port()).as("ward_owner", "ward").getConnection();
                var statement = owner.createStatement();
                var beds = statement.executeQuery("select number from bed")) {
            assertThat(beds.next()).isTrue();
        }
    }

    @Test
    void aPausedServerGoesOnWhereItWas(@TempDir Path directory) throws Exception {
        var data = directory.resolve("data");
        try (var server = EmbeddedDatabase.kept(data, Ports.free());
                var question =
                        new Databases(server.port()).as("postgres", "postgres").getConnection()) {
            new DatabaseServer(data).pause();
            var answer = CompletableFuture.supplyAsync(() -> asked(question));
            assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            new DatabaseServer(data).resume();

            assertThat(answer).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
        }
    }

    private static boolean asked(Connection connection) {
        try {
            return connection.isValid(30);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends as after {@code kill -9}, without stopping the server it started. */
    static final class KilledStarter {
        static final int EXIT = 9;

        public static void main(String[] arguments) throws IOException, SQLException {
            var server = EmbeddedDatabase.kept(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            new Databases(server.port()).create("ward", "ward");
            Runtime.getRuntime().halt(EXIT);
        }
    }

    @Test
    void aServiceMayChangeRowsAndNothingElse() throws IOException, SQLException {
        try (var server = EmbeddedDatabase.throwAway()) {
            var databases = new Databases(server.port());
            databases.create("ward", "ward");
            try (var owner = databases.as("ward_owner", "ward").getConnection()) {
                run(owner, "create table bed (number int)");
            }
            try (var service = databases.as("ward", "ward").getConnection()) {
                run(service, "insert into bed values (1)");
                run(service, "update bed set number = 2");
                run(service, "delete from bed");
                for (var command : new String[] {
                    "truncate bed", "drop table bed", "alter table bed add colour text", "create table cot (number int)"
                }) {
                    assertThatThrownBy(() -> run(service, command))
                            .as(command)
                            .isInstanceOf(SQLException.class)
                            .extracting(e -> ((SQLException) e).getSQLState())
                            .isEqualTo("42501");
                }
            }
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
