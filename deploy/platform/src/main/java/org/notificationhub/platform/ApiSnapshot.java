package org.notificationhub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The API document of a service as it was last agreed, in {@code docs/api}. A change to the outside contract shows there as
 * a difference that somebody has to want: {@code ./mvnw verify -Dapi.accept} writes it.
 */
public final class ApiSnapshot {

    private ApiSnapshot() {}

    /** The agreed document of {@code service}, which is {@code served} where that has just been accepted. */
    public static String agreed(String service, String served) throws IOException {
        var file = Path.of("../docs/api", service + ".yaml");
        if (System.getProperty("api.accept") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, served);
        }
        return Files.readString(file);
    }
}
