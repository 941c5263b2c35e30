package org.notificationhub.routing.evidence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.notificationhub.routing.RoutingConfig;

/** The key that signs packs and anchors, and those that did so before. */
@ApplicationScoped
public class EvidenceKeys {

    private static final Logger LOG = Logger.getLogger(EvidenceKeys.class);

    private final Optional<EvidenceKey> signing;
    private final List<EvidenceKey> earlier;

    EvidenceKeys(RoutingConfig config) {
        signing = config.evidence().signingKey().map(EvidenceKey::read);
        earlier = config.evidence().earlierKeys().orElse(List.of()).stream()
                .map(EvidenceKey::read)
                .toList();
    }

    /** Telling the authorities matters more than signing: without a key the hub goes on, and says what is missing. */
    void start(@Observes StartupEvent event) {
        if (signing.isEmpty()) {
            LOG.warn("Evidence is kept but not signed: set hub.evidence.signing-key to an Ed25519 key in a PEM file");
        }
    }

    Optional<EvidenceKey> signing() {
        return signing;
    }

    /** As a JSON Web Key Set (RFC 7517, RFC 8037), the one in use first. */
    public KeySet published() {
        return new KeySet(Stream.concat(signing.stream(), earlier.stream())
                .map(key -> new PublishedKey("OKP", "Ed25519", key.x(), key.kid(), "sig", "EdDSA"))
                .distinct()
                .toList());
    }

    /** The public keys by which packs and anchors are verified. */
    public record KeySet(List<PublishedKey> keys) {}

    /**
     * @param x the public key, base64url
     * @param kid its thumbprint (RFC 7638): packs and anchors name it
     */
    public record PublishedKey(String kty, String crv, String x, String kid, String use, String alg) {}
}
