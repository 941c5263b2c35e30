package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a person meets it, each command in a JVM of its own. */
class HubCommandIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String LAST_LINE = "Ctrl-C stops everything";

    private final PortPlan ports = PortPlan.free(15_000);

    @TempDir
    private Path directory;

    @AfterEach
    void down() throws Exception {
        run("down");
    }

    @Test
    void aKilledLauncherLeavesNothingThatTheNextOneDoesNotClear() throws Exception {
        var killed = up();
        var left = RunningHub.find(home()).orElseThrow().children();
        killed.destroyForcibly().waitFor();
        assertThat(left).hasSize(LocalHub.APPLICATIONS.size() + 1).allMatch(process -> process.isRunning());

        var next = up();
        assertThat(left).noneMatch(process -> process.isRunning());
        assertThat(run("up", "--port-offset", Integer.toString(ports.offset()))).isEqualTo(HubCommand.FAILED);
        assertThat(output()).contains("already running");

        assertThat(run("submit", notifications().toString())).isEqualTo(HubCommand.DONE_WITH_REFUSALS);
        assertThat(output()).contains("1\t202\t").contains("2\t400\t");
        assertThat(run("submit", directory.resolve("nowhere").toString())).isEqualTo(2);

        assertThat(run("down")).isEqualTo(HubCommand.DONE);
        assertThat(next.waitFor()).isNotZero();
        assertThat(ports.taken()).isEmpty();
    }

    private Process up() throws IOException {
        Files.deleteIfExists(log());
        var up = start("up", "--no-demo", "--no-cache", "--port-offset", Integer.toString(ports.offset()));
        await().atMost(PATIENCE).until(() -> !up.isAlive() || output().contains(LAST_LINE));
        assertThat(up.isAlive()).as(output()).isTrue();
        return up;
    }

    private int run(String... arguments) throws Exception {
        Files.deleteIfExists(log());
        return start(arguments).waitFor();
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dhub.project=" + home().project(),
                "-cp",
                System.getProperty("java.class.path"),
                HubCommand.class.getName()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", home().state().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path notifications() throws IOException {
        return Files.writeString(
                directory.resolve("notifications.ndjson"),
                Injury.at(Injury.NHS_BODY, "COMMAND-LINE") + "\n{ this is not JSON\n");
    }

    private HubHome home() {
        return new HubHome(Path.of("../..").toAbsolutePath().normalize(), directory.resolve("state"));
    }

    private Path log() {
        return directory.resolve("output");
    }

    private String output() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }
}
