package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM learnt at an earlier start, so that the next is faster: JDK 25's ahead-of-time cache, before that an archive
 * of classes. A run without one writes it when it stops. It is bound to the JDK and to the very jar.
 */
record StartUpCache(Path directory) {

    private static final int AHEAD_OF_TIME = 25;

    List<String> options(String service, Path jar) throws IOException {
        Files.createDirectories(directory);
        var jdk = Runtime.version();
        var aheadOfTime = jdk.feature() >= AHEAD_OF_TIME;
        var file = directory.resolve("%s-%s-%d%s"
                .formatted(
                        service,
                        jdk.toString().replaceAll("[^A-Za-z0-9.]", "-"),
                        Files.getLastModifiedTime(jar).toMillis(),
                        aheadOfTime ? ".aot" : ".jsa"));
        if (Files.exists(file)) {
            return List.of((aheadOfTime ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
        }
        return List.of((aheadOfTime ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
    }

    boolean isMissing() {
        return Files.notExists(directory);
    }
}
