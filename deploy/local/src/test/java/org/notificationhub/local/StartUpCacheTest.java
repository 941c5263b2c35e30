package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpCacheTest {

    @TempDir
    private Path directory;

    @Test
    void oneThatWasKeptIsUsedUntilTheJarChanges() throws IOException {
        var jar = Files.writeString(directory.resolve("quarkus-run.jar"), "jar");
        var first = StartUpCache.of(directory, "intake", jar);
        write(first);
        first.keep();

        assertThat(StartUpCache.of(directory, "intake", jar).isMissing()).isFalse();
        assertThat(StartUpCache.of(directory, "routing", jar).isMissing()).isTrue();

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        assertThat(StartUpCache.of(directory, "intake", jar).isMissing()).isTrue();
    }

    @Test
    void oneOfAnEarlierBuildGoesWhenTheNextIsKept() throws IOException {
        var jar = Files.writeString(directory.resolve("quarkus-run.jar"), "jar");
        var earlier = StartUpCache.of(directory, "intake", jar);
        write(earlier);
        earlier.keep();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        var next = StartUpCache.of(directory, "intake", jar);
        write(next);

        next.keep();

        assertThat(next.isMissing()).isFalse();
        assertThat(earlier.isMissing()).isTrue();
    }

    @Test
    void whatAKilledJvmBeganToWriteIsNotUsed() throws IOException {
        var jar = Files.writeString(directory.resolve("quarkus-run.jar"), "jar");
        write(StartUpCache.of(directory, "intake", jar));

        assertThat(StartUpCache.of(directory, "intake", jar).isMissing()).isTrue();
    }

    /** As a JVM does with the option it is given. */
    private static void write(StartUpCache cache) throws IOException {
        var option = cache.options().get(0);
        Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "learnt");
    }
}
