package org.notificationhub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A PostgreSQL server that still runs on a directory because whoever started it was killed. */
public final class LeftoverServer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;

    public LeftoverServer(Path directory) {
        this.directory = directory;
    }

    /** Does nothing where none runs. What was committed is safe either way. */
    public void stop() throws IOException {
        process().ifPresent(server -> server.stop(PATIENCE));
    }

    /** The first line of {@code postmaster.pid} is the server's process id; after a reboot it may be anybody's. */
    private Optional<OtherProcess> process() throws IOException {
        var mark = directory.resolve("postmaster.pid");
        if (Files.notExists(mark)) {
            return Optional.empty();
        }
        return Files.readAllLines(mark).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .map(OtherProcess::new);
    }
}
