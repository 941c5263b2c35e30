package org.notificationhub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL server that runs on a directory, whoever started it and whatever became of that process. */
public final class DatabaseServer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;

    public DatabaseServer(Path directory) {
        this.directory = directory;
    }

    public boolean isRunning() throws IOException {
        return process().filter(OtherProcess::isRunning).isPresent();
    }

    /** Does nothing where none runs. What was committed is safe either way. */
    public void stop() throws IOException {
        process().ifPresent(server -> server.stop(PATIENCE));
    }

    /**
     * As {@code kill -9} of the postmaster does. Its backends notice by themselves; while one is left, no other server can
     * start on the directory. The mark goes after the last of them: where nobody takes notice of processes that have ended,
     * PostgreSQL would take it for that of a running server.
     */
    public void kill() throws IOException {
        var all = all();
        all.stream().limit(1).forEach(server -> server.kill(PATIENCE));
        all.stream().filter(process -> !process.endsWithin(PATIENCE)).forEach(process -> process.kill(PATIENCE));
        Files.deleteIfExists(mark());
    }

    /** It stands still with all that work for it, until it is resumed. */
    public void pause() throws IOException {
        all().forEach(OtherProcess::pause);
    }

    public void resume() throws IOException {
        all().forEach(OtherProcess::resume);
    }

    /** The server first, then those that work for it. */
    private List<OtherProcess> all() throws IOException {
        var all = new ArrayList<OtherProcess>();
        process().ifPresent(server -> {
            all.add(server);
            server.handle().descendants().map(OtherProcess::new).forEach(all::add);
        });
        return all;
    }

    /** The first line of {@code postmaster.pid} is the server's process id; after a reboot it may be anybody's. */
    private Optional<OtherProcess> process() throws IOException {
        if (Files.notExists(mark())) {
            return Optional.empty();
        }
        return Files.readAllLines(mark()).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .map(OtherProcess::new);
    }

    private Path mark() {
        return directory.resolve("postmaster.pid");
    }
}
