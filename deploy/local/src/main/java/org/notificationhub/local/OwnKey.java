package org.notificationhub.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Keys of this machine's own hub. Each is made once and never shipped. */
enum OwnKey {
    /** Seals the signing secrets of webhooks. */
    WEBHOOK_SECRETS("webhook-secrets.key"),
    /** Opens the door for systems that speak LfPSE. */
    LFPSE_DOOR("lfpse-door.key");

    private static final int BYTES = 32;

    private final String file;

    OwnKey(String file) {
        this.file = file;
    }

    /** In Base64, from {@code directory}; a new one where it has none. */
    String in(Path directory) {
        var kept = directory.resolve(file);
        try {
            if (Files.notExists(kept)) {
                var key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                Files.createFile(
                        kept, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(kept, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which a service knows the key without having it. */
    String sha256(Path directory) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(in(directory).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
