package org.notificationhub.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.notificationhub.platform.DatabaseServer;
import org.notificationhub.platform.OtherProcess;

/**
 * What {@code ./hub up} has running, as written in its state directory: for {@code down}, and for the next {@code up} after
 * a launcher was killed. A process is ours only if it also started when we noted it did.
 */
record RunningHub(int portOffset, Optional<OtherProcess> launcher, List<OtherProcess> children) {

    private static final Duration STOP = Duration.ofSeconds(180);

    /** The system works out when a process started from when it booted itself, and corrects that with its clock. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);

    static void remember(HubHome home, PortPlan ports, Collection<HubProcess> processes) throws IOException {
        var state = new Properties();
        state.setProperty("offset", Integer.toString(ports.offset()));
        state.setProperty("launcher", identity(ProcessHandle.current()));
        for (var process : processes) {
            state.setProperty("process." + process.name(), identity(process.handle()));
        }
        var written = home.running().resolveSibling("running.new");
        try (var out = Files.newOutputStream(written)) {
            state.store(out, null);
        }
        Files.move(written, home.running(), StandardCopyOption.ATOMIC_MOVE);
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
        var children = new ArrayList<OtherProcess>();
        for (var name : state.stringPropertyNames()) {
            if (name.startsWith("process.")) {
                process(state.getProperty(name)).ifPresent(children::add);
            }
        }
        var launcher = process(state.getProperty("launcher"));
        return Optional.of(
                new RunningHub(Integer.parseInt(state.getProperty("offset", "0")), launcher, List.copyOf(children)));
    }

    /** Where a part answers; with nothing running, where it usually would. */
    static String url(HubHome home, Part part) throws IOException {
        return new PortPlan(find(home).map(RunningHub::portOffset).orElse(0)).url(part);
    }

    boolean hasLauncher() {
        return launcher.isPresent();
    }

    /** Through the launcher, which stops what it started; or, where that is gone, directly. */
    void stop(HubHome home) throws IOException {
        launcher.ifPresent(process -> process.stop(STOP));
        children.forEach(child -> child.handle().destroy());
        children.forEach(child -> child.stop(STOP));
        new DatabaseServer(home.database()).stop();
        forget(home);
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + "@" + process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static boolean startedAt(ProcessHandle process, Instant noted) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(noted, started).abs().compareTo(CLOCK_CORRECTION) < 0;
    }

    private static Optional<OtherProcess> process(String identity) {
        var parts = identity.split("@");
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> startedAt(process, Instant.parse(parts[1])))
                .map(OtherProcess::new)
                .filter(OtherProcess::isRunning);
    }
}
