package org.notificationhub.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A real PostgreSQL 17 on this machine, listening on loopback only. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** After a crash, old backends may still be leaving when the server is started again. */
    private static final int TRIES = 5;

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Keeps its data in {@code directory}, as safely as in production. It runs until it is closed: whoever starts it also
     * decides what must be stopped before it.
     */
    public static EmbeddedDatabase kept(Path directory, int port) throws IOException {
        new DatabaseServer(directory).stop();
        return new EmbeddedDatabase(start(builder()
                .setPort(port)
                .setRegisterShutdownHook(false)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "160")
                .setServerConfig("shared_buffers", "64MB")));
    }

    /** For tests: nothing outlives it, so nothing is flushed. */
    public static EmbeddedDatabase throwAway() throws IOException {
        return new EmbeddedDatabase(start(builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "80")
                .setServerConfig("shared_buffers", "32MB")));
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Binaries are unpacked once for each user: two users of one machine may not write to each other's. */
    private static EmbeddedPostgres.Builder builder() {
        var binaries =
                Path.of(System.getProperty("java.io.tmpdir"), "hub-postgresql-" + System.getProperty("user.name"));
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setServerConfig("unix_socket_directories", "");
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) throws IOException {
        builder.setPGStartupWait(Duration.ofSeconds(60));
        for (var tries = 1; ; tries++) {
            try {
                return builder.start();
            } catch (IOException | IllegalStateException e) {
                if (tries == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was starting", e);
        }
    }
}
