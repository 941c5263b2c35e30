package org.notificationhub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Properties;

/** PostgreSQL and Kafka for tests, until the owner ends. Arguments: the file to write ports to, the owner's process id. */
final class PlatformMain {

    private PlatformMain() {}

    public static void main(String[] arguments) throws IOException {
        var state = Path.of(arguments[0]);
        var owner = ProcessHandle.of(Long.parseLong(arguments[1])).orElseThrow();
        var directory = state.getParent();
        var kafkaPort = Ports.free();
        var keys = KeyFiles.in(directory);
        var database = EmbeddedDatabase.throwAway();
        var broker = Broker.start(directory.resolve("kafka"), kafkaPort, Ports.free());
        publish(state, database, kafkaPort, keys);
        owner.onExit().join();
        broker.close();
        database.close();
        delete(directory);
    }

    private static void publish(Path state, EmbeddedDatabase database, int kafkaPort, KeyFiles keys)
            throws IOException {
        var properties = new Properties();
        properties.setProperty("process", Long.toString(ProcessHandle.current().pid()));
        properties.setProperty("postgres-port", Integer.toString(database.port()));
        properties.setProperty("kafka-port", Integer.toString(kafkaPort));
        properties.setProperty("private-key", keys.privateKey().toString());
        properties.setProperty("public-key", keys.publicKey().toString());
        var written = Files.createTempFile(state.getParent(), "state", ".tmp");
        try (var out = Files.newOutputStream(written)) {
            properties.store(out, null);
        }
        Files.move(written, state, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
