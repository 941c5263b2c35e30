package org.notificationhub.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.notificationhub.local.HubFailed;

/** The Ed25519 keys of whoever is trusted, by their thumbprint (RFC 7638). */
public record TrustedKeys(Map<String, PublicKey> byId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 8410: what stands before the 32 bytes of a key. */
    private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LENGTH = 32;

    /** @param place a file, or an address */
    public static TrustedKeys of(String place) throws IOException, InterruptedException {
        return place.matches("https?://.*") ? keys(fetch(place), place) : in(Path.of(place));
    }

    public static TrustedKeys in(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new HubFailed("There is no key to trust at %s; name one with --key FILE or URL".formatted(file));
        }
        return keys(Files.readString(file), file.toString());
    }

    TrustedKeys and(TrustedKeys others) {
        var both = new HashMap<>(byId);
        both.putAll(others.byId);
        return new TrustedKeys(both);
    }

    boolean knows(String kid) {
        return byId.containsKey(kid);
    }

    boolean signed(String kid, String text, String signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(byId.get(kid));
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static TrustedKeys keys(String text, String place) {
        try {
            var keys = new HashMap<String, PublicKey>();
            if (text.contains("-----BEGIN PUBLIC KEY-----")) {
                add(keys, tail(Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", ""))));
            } else {
                for (var key : (Iterable<JsonNode>) JSON.readTree(text).path("keys")) {
                    add(keys, Base64.getUrlDecoder().decode(key.path("x").asText()));
                }
            }
            return new TrustedKeys(keys);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new HubFailed("Neither an Ed25519 public key (PEM) nor a key set (JSON) is at " + place, e);
        }
    }

    private static void add(Map<String, PublicKey> keys, byte[] key) throws GeneralSecurityException {
        var encoded = Arrays.copyOf(HEADER, HEADER.length + LENGTH);
        System.arraycopy(key, 0, encoded, HEADER.length, LENGTH);
        keys.put(thumbprint(key), KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    }

    private static String thumbprint(byte[] key) {
        var x = base64(key);
        return base64(Bytes.sha256(
                ("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}").getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] tail(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String fetch(String address) throws IOException, InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new HubFailed("No key set could be fetched from " + address, e);
        }
    }
}
