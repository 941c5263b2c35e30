package org.notificationhub.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What {@code ./hub up} has running, as written in its state directory: for {@code down}, and for the next {@code up} after
 * a launcher was killed. A process is ours only if it also started when we noted it did.
 */
record RunningHub(int portOffset, ProcessHandle launcher, List<ProcessHandle> children) {

    private static final Duration STOP = Duration.ofSeconds(60);

    static void remember(HubHome home, PortPlan ports, Collection<HubProcess> processes) throws IOException {
        var state = new Properties();
        state.setProperty("offset", Integer.toString(ports.offset()));
        state.setProperty("launcher", identity(ProcessHandle.current()));
        for (var process : processes) {
            state.setProperty("process." + process.name(), identity(process.handle()));
        }
        Files.createDirectories(home.state());
        try (var out = Files.newOutputStream(home.running())) {
            state.store(out, null);
        }
    }

    static void forget(HubHome home) {
        try {
            Files.deleteIfExists(home.running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where nothing is running. */
    static Optional<RunningHub> find(HubHome home) throws IOException {
        if (Files.notExists(home.running())) {
            return Optional.empty();
        }
        var state = new Properties();
        try (var in = Files.newInputStream(home.running())) {
            state.load(in);
        }
        var children = new ArrayList<ProcessHandle>();
        for (var name : state.stringPropertyNames()) {
            if (name.startsWith("process.")) {
                process(state.getProperty(name)).ifPresent(children::add);
            }
        }
        var launcher = process(state.getProperty("launcher")).orElse(null);
        return Optional.of(
                new RunningHub(Integer.parseInt(state.getProperty("offset", "0")), launcher, List.copyOf(children)));
    }

    boolean hasLauncher() {
        return launcher != null;
    }

    /** Through the launcher, which stops what it started; or, where that is gone, directly. */
    void stop(HubHome home) throws IOException {
        if (hasLauncher()) {
            stop(launcher);
        }
        children.forEach(ProcessHandle::destroy);
        children.forEach(RunningHub::stop);
        stopDatabase(home);
        forget(home);
    }

    /** PostgreSQL names itself in its data directory; the launcher that is gone was to stop it. */
    private static void stopDatabase(HubHome home) throws IOException {
        var pidFile = home.database().resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .ifPresent(RunningHub::stop);
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + "@" + process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static Optional<ProcessHandle> process(String identity) {
        var pid = Long.parseLong(identity.substring(0, identity.indexOf('@')));
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> identity(process).equals(identity));
    }
}
