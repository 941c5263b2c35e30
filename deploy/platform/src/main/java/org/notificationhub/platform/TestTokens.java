package org.notificationhub.platform;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tokens that the service under test accepts. */
public final class TestTokens {

    private TestTokens() {}

    public static String token(String scopes, String... providerIds) {
        return token(scopes, Duration.ofHours(1), providerIds);
    }

    /** @param life may be negative: a token that has expired */
    public static String token(String scopes, Duration life, String... providerIds) {
        return token(key(), "test-client", scopes, life, List.of(providerIds));
    }

    public static String token(PrivateKey key, String subject, String scopes, Duration life, List<String> providerIds) {
        var now = Instant.now();
        return Jwt.issuer(KeyFiles.ISSUER)
                .subject(subject)
                .claim("scope", scopes)
                .claim("provider_ids", providerIds)
                .issuedAt(now.minusSeconds(Math.max(1, -life.toSeconds() * 2)))
                .expiresAt(now.plus(life))
                .sign(key);
    }

    private static PrivateKey key() {
        try {
            return new KeyFiles(Path.of(System.getProperty(HubPlatform.PRIVATE_KEY)), null).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
