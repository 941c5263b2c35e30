package org.notificationhub.routing.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.notificationhub.events.WireJson;

/**
 * What binds the newest entries of all chains that grew since the anchor before it. Hashes are in lower-case hexadecimal.
 *
 * @param leaves how many entries the root binds
 * @param previousHash of the anchor before; zeros for the first
 * @param kid the key that signed it; absent, as the signature is, where the hub had none
 * @param signature Ed25519, base64url, over the text that {@code hash} is the hash of
 */
public record Anchor(
        long number,
        Instant at,
        int leaves,
        String root,
        String previousHash,
        String hash,
        String kid,
        String signature) {

    static final String COLUMNS = "number, at, leaves, root, previous_hash, hash, kid, signature";

    /** @param previousHash of the anchor before */
    static Anchor of(long number, Instant at, int leaves, byte[] root, String previousHash, EvidenceKey key) {
        var hexRoot = HexFormat.of().formatHex(root);
        var text = String.join(
                "\n",
                "hub-anchor-1",
                Long.toString(number),
                WireJson.format(at),
                Integer.toString(leaves),
                hexRoot,
                previousHash);
        return new Anchor(
                number,
                at,
                leaves,
                hexRoot,
                previousHash,
                Sha256.hex(text),
                key == null ? null : key.kid(),
                key == null ? null : EvidenceKey.base64(key.sign(text)));
    }

    static Anchor of(ResultSet row) throws SQLException {
        var signature = row.getBytes("signature");
        return new Anchor(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getInt("leaves"),
                HexFormat.of().formatHex(row.getBytes("root")),
                HexFormat.of().formatHex(row.getBytes("previous_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getString("kid"),
                signature == null ? null : EvidenceKey.base64(signature));
    }
}
