package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.notificationhub.platform.DatabaseServer;
import org.notificationhub.platform.Databases;
import org.notificationhub.platform.EmbeddedDatabase;

/** The hub's PostgreSQL, with a database for each service that keeps something. */
final class LocalDatabase implements RunningPart {

    private final Path directory;
    private final int port;
    private final DatabaseServer server;
    private EmbeddedDatabase database;
    private boolean isPaused;

    LocalDatabase(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.server = new DatabaseServer(directory);
    }

    synchronized void start() {
        try {
            database = EmbeddedDatabase.kept(directory, port);
            var databases = new Databases(port);
            for (var name : List.of("intake", "routing", "irmer", "maternity")) {
                databases.create(name, name);
            }
        } catch (IOException | RuntimeException | SQLException e) {
            throw new HubFailed(
                    "PostgreSQL did not start on the data in %s (%s). ./hub up --fresh deletes that and starts empty"
                            .formatted(directory, e.getMessage()),
                    e);
        }
    }

    @Override
    public boolean isAlive() throws IOException {
        return server.isRunning();
    }

    @Override
    public synchronized void kill() throws IOException {
        server.kill();
        isPaused = false;
        stop();
    }

    @Override
    public synchronized void pause() throws IOException {
        isPaused = true;
        server.pause();
    }

    @Override
    public synchronized void resume() throws IOException {
        server.resume();
        isPaused = false;
    }

    /** Does nothing where it was not started. */
    @Override
    public synchronized void stop() throws IOException {
        if (isPaused) {
            resume();
        }
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
