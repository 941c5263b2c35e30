package org.notificationhub.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.notificationhub.platform.OtherProcess;

/** One process of the hub, writing to a log of its own. */
final class HubProcess implements RunningPart {

    private static final int LINES_OF_A_FAILURE = 15;
    private static final Duration STOP = Duration.ofSeconds(25);

    /** Ctrl-C and a closed terminal reach every process of ours at once; only the launcher knows the order to stop them. */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "hub");

    private final String name;
    private final Path log;
    private final Process process;
    private volatile boolean isMeantToEnd;
    private volatile boolean isPaused;

    private HubProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static HubProcess start(String name, Path directory, Path log, List<String> command, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(log.getParent());
        var deaf = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        deaf.addAll(command);
        var builder = new ProcessBuilder(deaf)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        var process = builder.start();
        process.getOutputStream().close();
        return new HubProcess(name, log, process);
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    void onUnexpectedEnd(Runnable told) {
        process.onExit().thenRun(() -> {
            if (!isMeantToEnd) {
                told.run();
            }
        });
    }

    /** The end of its log, for someone who wonders why it stopped. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size()).stream()
                    .map(line -> "  " + LogLine.of(line).text())
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void pause() {
        isPaused = true;
        new OtherProcess(handle()).pause();
    }

    @Override
    public void resume() {
        new OtherProcess(handle()).resume();
        isPaused = false;
    }

    @Override
    public void stop() {
        askToStop();
        awaitStop(STOP);
    }

    /** Asks it to stop. {@code Process.destroy} would close its pipes, and the start-up cache with them. */
    void askToStop() {
        isMeantToEnd = true;
        if (isPaused) {
            resume();
        }
        handle().destroy();
    }

    /** Whether it stopped by itself in that time; if not, it is killed. */
    boolean awaitStop(Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        return false;
    }

    @Override
    public void kill() {
        isMeantToEnd = true;
        process.destroyForcibly();
        process.onExit().join();
    }
}
