package org.notificationhub.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A service's database with its two roles: {@code <role>_owner} owns the schema and migrates it; {@code <role>}, as which
 * the service runs, reads and writes rows and nothing else.
 */
public final class Databases {

    private final int port;

    public Databases(int port) {
        this.port = port;
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Makes what is missing; what is there stays. */
    public void create(String database, String role) throws SQLException {
        try (var server = connect("postgres")) {
            createRole(server, role + "_owner");
            createRole(server, role);
            if (isMissing(server, "select 1 from pg_database where datname = '" + database + "'")) {
                execute(server, "create database %s owner %s_owner".formatted(database, role));
            }
        }
        try (var own = connect(database)) {
            execute(own, "revoke all on schema public from public");
            execute(own, "grant usage on schema public to " + role);
            execute(own, "alter schema public owner to %s_owner".formatted(role));
            execute(
                    own,
                    "alter default privileges for role %1$s_owner in schema public grant select, insert, update, delete on tables to %1$s"
                            .formatted(role));
            execute(
                    own,
                    "alter default privileges for role %1$s_owner in schema public grant usage on sequences to %1$s"
                            .formatted(role));
        }
    }

    private static void createRole(Connection server, String role) throws SQLException {
        if (isMissing(server, "select 1 from pg_roles where rolname = '" + role + "'")) {
            execute(server, "create role " + role + " login");
        }
    }

    private static boolean isMissing(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            return !result.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    /** For tools and tests that need a connection of their own. */
    public PGSimpleDataSource as(String role, String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(role);
        return source;
    }
}
