package org.notificationhub.routing.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}, as it came, before anything is parsed. */
record WebhookSignature(String id, String timestamp, String signatures) {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String VERSION = "v1,";
    private static final String SECRET_PREFIX = "whsec_";

    /** @param secrets of which any may have signed */
    boolean isGood(byte[] body, List<String> secrets, Instant now) {
        return id != null
                && !id.isBlank()
                && signatures != null
                && isFresh(now)
                && secrets.stream().map(secret -> sign(secret, body)).anyMatch(this::contains);
    }

    private boolean isFresh(Instant now) {
        return timestamp != null
                && timestamp.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(FRESH)
                        <= 0;
    }

    private boolean contains(byte[] expected) {
        return Arrays.stream(signatures.split(" "))
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> signature.substring(VERSION.length()).getBytes(StandardCharsets.US_ASCII))
                .anyMatch(given -> MessageDigest.isEqual(given, expected));
    }

    private byte[] sign(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] key(String secret) {
        return secret.startsWith(SECRET_PREFIX)
                ? Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }
}
