package org.notificationhub.platform;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Stands in for an OpenID Connect provider: signs tokens with a key that only this machine has. */
public record Issuer(PrivateKey key) {

    /**
     * @param scopes separated by spaces
     * @param providerIds whom the bearer acts for; {@code *} is everybody
     * @param life may be negative: a token that has expired
     */
    public String token(String subject, String scopes, List<String> providerIds, Duration life) {
        var now = Instant.now();
        var claims = new JwtClaims();
        claims.setIssuer(KeyFiles.ISSUER);
        claims.setSubject(subject);
        claims.setClaim("scope", scopes);
        claims.setStringListClaim("provider_ids", providerIds);
        claims.setIssuedAt(seconds(now.minusSeconds(Math.max(1, -life.toSeconds() * 2))));
        claims.setExpirationTime(seconds(now.plus(life)));
        claims.setGeneratedJwtId();
        return signed(claims);
    }

    private String signed(JwtClaims claims) {
        var token = new JsonWebSignature();
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setPayload(claims.toJson());
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The issuer's key cannot sign", e);
        }
    }

    private static NumericDate seconds(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}
