package org.notificationhub.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * A real PostgreSQL and a real Kafka for a service's tests. One of each serves a test JVM; every application in it gets a
 * database of its own and empty topics.
 *
 * <p>Argument {@code database}: the service's role, such as {@code intake}; absent for a service without a database.
 */
public final class HubPlatform implements QuarkusTestResourceLifecycleManager {

    static final String PRIVATE_KEY = "test-platform.private-key";

    private Optional<String> role = Optional.empty();

    @Override
    public void init(Map<String, String> arguments) {
        role = Optional.ofNullable(arguments.get("database"));
    }

    @Override
    public Map<String, String> start() {
        try {
            var platform = SharedPlatform.forThisJvm();
            System.setProperty(PRIVATE_KEY, platform.getProperty("private-key"));
            var broker = "localhost:" + platform.getProperty("kafka-port");
            Topics.recreate(broker);
            var settings = new HashMap<>(Map.of(
                    "kafka.bootstrap.servers",
                    broker,
                    "mp.jwt.verify.issuer",
                    KeyFiles.ISSUER,
                    "mp.jwt.verify.publickey.location",
                    platform.getProperty("public-key"),
                    "quarkus.http.test-port",
                    "0",
                    "quarkus.management.test-port",
                    "0"));
            if (role.isPresent()) {
                settings.putAll(database(role.get(), platform));
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database cannot be made", e);
        }
    }

    @Override
    public void stop() {
        // The platform serves the next application in this JVM, and ends with it.
    }

    private static Map<String, String> database(String role, Properties platform) throws SQLException {
        var databases = new Databases(Integer.parseInt(platform.getProperty("postgres-port")));
        var name = role + "_" + UUID.randomUUID().toString().replace("-", "");
        databases.create(name, role);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                databases.url(name),
                "quarkus.datasource.username",
                role,
                "quarkus.datasource.password",
                "trusted",
                "quarkus.flyway.username",
                role + "_owner",
                "quarkus.flyway.password",
                "trusted");
    }
}
