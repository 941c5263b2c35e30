package org.notificationhub.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.notificationhub.intake.IntakeConfig;

/**
 * Keeps signing secrets so that whoever reads the database, or a copy of it, cannot sign in the hub's name. AES-GCM, bound to
 * the webhook, so that a secret moved to another row does not open.
 */
@ApplicationScoped
public class SecretSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    SecretSeal(IntakeConfig config) {
        var bytes = Base64.getDecoder().decode(config.webhooks().secretKey().strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("hub.webhooks.secret-key must be 32 bytes in Base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    byte[] close(SigningSecret secret, UUID webhook) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, webhook).doFinal(secret.key());
            return ByteBuffer.allocate(nonce.length + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    SigningSecret open(byte[] closed, UUID webhook) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE_BYTES), webhook);
            return new SigningSecret(cipher.doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing secret does not open: was hub.webhooks.secret-key changed?", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID webhook) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(webhook.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
