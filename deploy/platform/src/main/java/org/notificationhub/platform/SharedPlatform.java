package org.notificationhub.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * Finds the platform process of these tests, or starts it. It lives as long as this JVM: a module's tests share one, and
 * modules that are tested at the same time do not meet on a topic.
 */
final class SharedPlatform {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private SharedPlatform() {}

    /** Ports and key files, by name. */
    static synchronized Properties forThisJvm() throws IOException {
        var owner = ProcessHandle.current();
        var directory = Path.of(System.getProperty("java.io.tmpdir"), "hub-test-platform-" + owner.pid());
        Files.createDirectories(directory);
        var state = directory.resolve("state.properties");
        if (!isRunning(state)) {
            Files.deleteIfExists(state);
            await(spawn(directory, state, owner), directory, state);
        }
        return read(state);
    }

    /** Process ids come round again: a directory may be that of a build long ago. */
    private static boolean isRunning(Path state) {
        return Files.exists(state)
                && ProcessHandle.of(Long.parseLong(read(state).getProperty("process")))
                        .isPresent();
    }

    private static Process spawn(Path directory, Path state, ProcessHandle owner) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlatformMain.class.getName(),
                        state.toString(),
                        Long.toString(owner.pid()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("platform.log").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private static void await(Process platform, Path directory, Path state) throws IOException {
        var deadline = Instant.now().plus(PATIENCE);
        while (Files.notExists(state)) {
            if (!platform.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IOException("The test platform did not start; see " + directory.resolve("platform.log"));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while the test platform was starting", e);
            }
        }
    }

    private static Properties read(Path state) {
        var properties = new Properties();
        try (InputStream in = Files.newInputStream(state)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
