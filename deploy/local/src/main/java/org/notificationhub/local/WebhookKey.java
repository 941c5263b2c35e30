package org.notificationhub.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Seals the signing secrets of webhooks on this machine. Made once, never shipped. */
final class WebhookKey {

    private static final int BYTES = 32;

    private WebhookKey() {}

    /** In Base64, from {@code directory}; a new one where it has none. */
    static String in(Path directory) {
        var file = directory.resolve("webhook-secrets.key");
        try {
            if (Files.notExists(file)) {
                var key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
