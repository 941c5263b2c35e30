package org.notificationhub.routing.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key: the public half, and the private one where it is ours to sign with.
 *
 * @param x the public key as RFC 8032 writes it, in base64url
 * @param signs null where it only verifies
 */
record EvidenceKey(String x, PrivateKey signs) {

    private static final String ALGORITHM = "Ed25519";
    private static final int LENGTH = 32;

    /** A key whose PEM file holds {@code PRIVATE KEY} (PKCS #8) or {@code PUBLIC KEY}. */
    static EvidenceKey read(Path file) {
        try {
            var pem = Files.readString(file);
            var encoded = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
            return pem.contains("PRIVATE") ? ofPrivate(encoded) : new EvidenceKey(lastBytes(encoded), null);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("No Ed25519 key in a PEM file can be read from " + file, e);
        }
    }

    String kid() {
        return base64(Sha256.of(("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}") // RFC 7638
                .getBytes(StandardCharsets.UTF_8)));
    }

    byte[] sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signs);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The evidence key cannot sign", e);
        }
    }

    private static EvidenceKey ofPrivate(byte[] encoded) throws GeneralSecurityException {
        var key = (EdECPrivateKey) KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        return new EvidenceKey(publicHalf(key.getBytes().orElseThrow()), key);
    }

    /** Java derives a public key only while it makes a pair, so the pair is made again from the same seed. */
    private static String publicHalf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return lastBytes(generator.generateKeyPair().getPublic().getEncoded());
    }

    /** RFC 8410: they are the key. */
    private static String lastBytes(byte[] encoded) {
        return base64(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
