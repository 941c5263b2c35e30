package org.notificationhub.routing.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.notificationhub.routing.delivery.DeliveryFilter;
import org.notificationhub.routing.delivery.StoredJson;

/** What a person wants tried again, and how. */
public record ReplayOrder(DeliveryFilter filter, Rules rules, String reason, boolean acceptTellingTwice) {

    /** The same for the same content, however it was written. */
    String hash() {
        try {
            var content = StoredJson.write(this).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** By which rules. */
    public enum Rules {
        /** The decision stands as it was made. */
        ORIGINAL,
        /** It is made anew by the table in use, and that is followed. */
        CURRENT
    }
}
