package org.notificationhub.local.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** Somebody with a key that is trusted, who alters what the hub wrote. */
final class Insider {

    private static final String KID = "insider";

    private final KeyPair pair;

    Insider() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    TrustedKeys keys() {
        return new TrustedKeys(Map.of(KID, pair.getPublic()));
    }

    ObjectNode sign(ObjectNode pack) {
        pack.remove("signature");
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(Bytes.canonical(pack).getBytes(StandardCharsets.UTF_8));
            pack.putObject("signature")
                    .put("alg", "Ed25519")
                    .put("kid", KID)
                    .put("value", Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
            return pack;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So that every entry fits the one before it again. */
    void rewriteChain(ObjectNode pack) {
        var before = "0".repeat(64);
        for (var entry : pack.get("entries")) {
            var text = "hub-evidence-1\n%s\n%s\n%s\n%s\n%s\n%s\n%s"
                    .formatted(
                            pack.at("/notification/id").asText(),
                            entry.get("number").asText(),
                            entry.get("at").asText(),
                            entry.get("step").asText(),
                            entry.get("actor").asText(),
                            entry.get("body").asText(),
                            before);
            ((ObjectNode) entry).put("previousHash", before);
            before = Bytes.sha256(text);
            ((ObjectNode) entry).put("hash", before);
        }
    }
}
