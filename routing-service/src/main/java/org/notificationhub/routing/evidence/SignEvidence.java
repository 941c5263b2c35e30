package org.notificationhub.routing.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Signs what leaves the hub as evidence. */
@ApplicationScoped
public class SignEvidence {

    private final EvidenceKeys keys;

    SignEvidence(EvidenceKeys keys) {
        this.keys = keys;
    }

    public void refuseWithoutKey() {
        key();
    }

    /** @param pack without its signature */
    public Signed sign(Object pack) {
        var key = key();
        return new Signed(key.kid(), EvidenceKey.base64(key.sign(CanonicalJson.write(pack))));
    }

    private EvidenceKey key() {
        return keys.signing()
                .orElseThrow(
                        () -> new Refusal(ProblemKind.EVIDENCE_KEY_MISSING, ProblemKind.EVIDENCE_KEY_MISSING.remedy()));
    }

    /** @param value base64url */
    public record Signed(String kid, String value) {}
}
