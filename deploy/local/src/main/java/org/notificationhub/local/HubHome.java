package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where things are.
 *
 * @param project the checkout, with the built services
 * @param state what `./hub up` keeps: data, logs, keys
 */
public record HubHome(Path project, Path state) {

    Path database() {
        return state.resolve("data/postgres");
    }

    Path broker() {
        return state.resolve("data/kafka");
    }

    Path sandbox() {
        return state.resolve("data/sandbox");
    }

    Path keys() {
        return state.resolve("keys");
    }

    public Path logs() {
        return state.resolve("logs");
    }

    Path caches() {
        return state.resolve("cache");
    }

    Path running() {
        return state.resolve("running.properties");
    }

    Path demoSent() {
        return state.resolve("data/demo-sent");
    }

    /** With everything in it, where it is there. */
    public static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
