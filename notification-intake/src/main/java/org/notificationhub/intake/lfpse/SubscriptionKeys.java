package org.notificationhub.intake.lfpse;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.notification.Sender;

/** The keys that open the door. The hub knows their hashes only; a setting that is none stops the start. */
@Startup
@Singleton
class SubscriptionKeys {

    private static final int HASH_BYTES = 32;

    private final List<Known> known;

    SubscriptionKeys(IntakeConfig config) {
        known = config.lfpseDoor().keys().entrySet().stream()
                .map(key -> new Known(
                        hash(key.getKey(), key.getValue().keySha256()),
                        new KeyHolder(
                                new Sender(key.getKey(), key.getValue().providerIds()),
                                key.getValue().organisations())))
                .toList();
    }

    private record Known(byte[] hash, KeyHolder holder) {}

    /** Takes as long for a key that is nearly right as for any other. */
    Optional<KeyHolder> holder(String key) {
        if (key == null) {
            return Optional.empty();
        }
        var hash = sha256(key);
        return known.stream()
                .filter(each -> MessageDigest.isEqual(each.hash, hash))
                .map(Known::holder)
                .reduce((first, other) -> first);
    }

    private static byte[] hash(String name, String hex) {
        if (!hex.matches("[0-9a-fA-F]{" + 2 * HASH_BYTES + "}")) {
            throw new IllegalArgumentException(
                    "hub.lfpse-door.keys.\"" + name + "\".key-sha256 is not a SHA-256 in hexadecimal");
        }
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
