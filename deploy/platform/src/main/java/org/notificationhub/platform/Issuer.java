package org.notificationhub.platform;

import io.smallrye.jwt.build.Jwt;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Stands in for an OpenID Connect provider: signs tokens with a key that only this machine has. */
public record Issuer(PrivateKey key) {

    /**
     * @param scopes separated by spaces
     * @param providerIds whom the bearer acts for; {@code *} is everybody
     * @param life may be negative: a token that has expired
     */
    public String token(String subject, String scopes, List<String> providerIds, Duration life) {
        var now = Instant.now();
        return Jwt.issuer(KeyFiles.ISSUER)
                .subject(subject)
                .claim("scope", scopes)
                .claim("provider_ids", providerIds)
                .issuedAt(now.minusSeconds(Math.max(1, -life.toSeconds() * 2)))
                .expiresAt(now.plus(life))
                .sign(key);
    }
}
