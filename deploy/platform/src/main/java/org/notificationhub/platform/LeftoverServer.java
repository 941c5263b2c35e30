package org.notificationhub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server that still runs on a directory because whoever started it was killed. */
public final class LeftoverServer {

    private static final long PATIENCE_SECONDS = 10;

    private final Path directory;

    public LeftoverServer(Path directory) {
        this.directory = directory;
    }

    /** Does nothing where none runs. What was committed is safe either way. */
    public void stop() throws IOException {
        var server = process();
        if (server.isPresent()) {
            server.get().destroy();
            if (!ends(server.get())) {
                server.get().destroyForcibly();
                ends(server.get());
            }
        }
    }

    /** The first line of {@code postmaster.pid} is the server's process id; after a reboot it may be anybody's. */
    private Optional<ProcessHandle> process() throws IOException {
        var mark = directory.resolve("postmaster.pid");
        if (Files.notExists(mark)) {
            return Optional.empty();
        }
        return Files.readAllLines(mark).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static boolean ends(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
