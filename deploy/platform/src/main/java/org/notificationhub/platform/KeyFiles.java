package org.notificationhub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A key pair of this machine, made once and never shipped. */
public record KeyFiles(Path privateKey, Path publicKey) {

    public static final String ISSUER = "https://hub.local/issuer";

    /** Those in {@code directory} of the issuer that stands in for an OpenID Connect provider; new ones where it has none. */
    public static KeyFiles in(Path directory) throws IOException {
        return in(directory, "issuer", "RSA");
    }

    /** Those in {@code directory} that sign evidence; new ones where it has none. */
    public static KeyFiles ofEvidence(Path directory) throws IOException {
        return in(directory, "evidence", "Ed25519");
    }

    private static KeyFiles in(Path directory, String purpose, String algorithm) throws IOException {
        var files =
                new KeyFiles(directory.resolve(purpose + "-private.pem"), directory.resolve(purpose + "-public.pem"));
        if (Files.notExists(files.privateKey)) {
            Files.createDirectories(directory);
            files.generate(algorithm);
        }
        return files;
    }

    public PrivateKey read() throws IOException {
        var pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IOException("Not a private key: " + privateKey, e);
        }
    }

    private void generate(String algorithm) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("RSA")) {
                generator.initialize(2048);
            }
            var pair = generator.generateKeyPair();
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(privateKey, ownerOnly);
            Files.writeString(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            Files.writeString(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
