package org.notificationhub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;

/** Tokens that the service under test accepts. */
public final class TestTokens {

    private TestTokens() {}

    public static String token(String scopes, String... providerIds) {
        return token(scopes, Duration.ofHours(1), providerIds);
    }

    /** @param life may be negative: a token that has expired */
    public static String token(String scopes, Duration life, String... providerIds) {
        return issuer().token("test-client", scopes, List.of(providerIds), life);
    }

    /** For whoever must be another than {@code test-client}. */
    public static String tokenOf(String subject, String scopes) {
        return issuer().token(subject, scopes, List.of("*"), Duration.ofHours(1));
    }

    public static String token(PrivateKey key, String subject, String scopes, Duration life, List<String> providerIds) {
        return new Issuer(key).token(subject, scopes, providerIds, life);
    }

    private static Issuer issuer() {
        try {
            return new Issuer(new KeyFiles(Path.of(System.getProperty(HubPlatform.PRIVATE_KEY)), null).read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
