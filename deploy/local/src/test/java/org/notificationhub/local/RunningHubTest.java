package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningHubTest {

    @TempDir
    private Path directory;

    private HubHome home;
    private HubProcess sleeper;

    @BeforeEach
    void aProcessOfOurs() throws IOException {
        home = new HubHome(directory, directory);
        sleeper = HubProcess.start(
                "sleeper", directory, home.logs().resolve("sleeper.log"), List.of("sleep", "600"), Map.of());
        RunningHub.remember(home, new PortPlan(500), List.of(sleeper));
    }

    @AfterEach
    void endIt() {
        sleeper.kill();
    }

    @Test
    void whatAKilledLauncherLeftIsStopped() throws IOException {
        rewrite("launcher=.*", "launcher=" + goneProcess() + "@2026-01-01T00\\\\:00\\\\:00Z");

        var running = RunningHub.find(home).orElseThrow();
        running.stop(home);

        assertThat(running.hasLauncher()).isFalse();
        assertThat(running.portOffset()).isEqualTo(500);
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(RunningHub.find(home)).isEmpty();
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsNotTouched() throws IOException {
        rewrite("launcher=.*", "launcher=" + goneProcess() + "@2026-01-01T00\\\\:00\\\\:00Z");
        rewrite("sleeper=(\\d+)@.*", "sleeper=$1@2026-01-01T00\\\\:00\\\\:00Z");

        var running = RunningHub.find(home).orElseThrow();
        running.stop(home);

        assertThat(running.children()).isEmpty();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void aLauncherThatRunsIsFound() throws IOException {
        assertThat(RunningHub.find(home).orElseThrow().hasLauncher()).isTrue();
    }

    @Test
    void nothingRunsWhereNothingWasStarted() throws IOException {
        assertThat(RunningHub.find(new HubHome(directory, directory.resolve("elsewhere"))))
                .isEmpty();
    }

    private void rewrite(String line, String changed) throws IOException {
        var state = Files.readString(home.running());
        Files.writeString(home.running(), state.replaceAll(line, changed));
    }

    private static long goneProcess() throws IOException {
        var process = new ProcessBuilder("true").start();
        process.onExit().join();
        return process.pid();
    }
}
