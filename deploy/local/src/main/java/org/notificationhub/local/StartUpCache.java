package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a JVM learnt at an earlier start of one service, so that the next is faster: from JDK 25 its ahead-of-time cache,
 * before that an archive of classes. A run without one writes it when it stops. It is bound to the JDK and to the very jar.
 */
record StartUpCache(Path directory, String family, String version, boolean isAheadOfTime) {

    private static final int AHEAD_OF_TIME = 25;

    static StartUpCache of(Path directory, String service, Path jar) throws IOException {
        Files.createDirectories(directory);
        var jdk = Runtime.version();
        var isAheadOfTime = jdk.feature() >= AHEAD_OF_TIME;
        return new StartUpCache(
                directory,
                service + "-" + jdk.toString().replaceAll("[^A-Za-z0-9.]", "-"),
                "-%d.%s".formatted(Files.getLastModifiedTime(jar).toMillis(), isAheadOfTime ? "aot" : "jsa"),
                isAheadOfTime);
    }

    boolean isMissing() {
        return Files.notExists(file());
    }

    List<String> options() {
        return isMissing()
                ? List.of((isAheadOfTime ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + written())
                : List.of((isAheadOfTime ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file());
    }

    /**
     * After an orderly stop: a JVM that was killed may leave half a file, which must never be used. Those of earlier builds
     * go: each is a hundred megabytes.
     */
    void keep() throws IOException {
        if (Files.exists(written())) {
            try (var old = Files.newDirectoryStream(directory, family + "-*.{aot,jsa}")) {
                for (var file : old) {
                    Files.delete(file);
                }
            }
            Files.move(written(), file(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path file() {
        return directory.resolve(family + version);
    }

    private Path written() {
        return directory.resolve(family + version + ".new");
    }
}
