package org.notificationhub.routing.evidence.pack;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.events.Decision;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.routing.decision.DecisionRecord;
import org.notificationhub.routing.delivery.Attempt;
import org.notificationhub.routing.delivery.DutyStanding;
import org.notificationhub.routing.delivery.NotificationVersion;
import org.notificationhub.routing.delivery.RoutedNotification;
import org.notificationhub.routing.evidence.Anchor;
import org.notificationhub.routing.evidence.EvidenceChain.Entry;
import org.notificationhub.routing.evidence.EvidenceChain.Proof;
import org.notificationhub.routing.rule.Authority;

/**
 * Everything that proves what was done about one notification.
 *
 * @param format how the rest is to be read: 1
 * @param generatedBy the subject of the token of whoever asked; the last entry says the same
 * @param entries the chain, from 1 on
 * @param proofs that entries, each with all before it, were there when they were anchored
 * @param anchors those that the proofs name
 * @param signature over the canonical JSON (RFC 8785) of all other members
 */
public record EvidencePack(
        int format,
        Instant generatedAt,
        String generatedBy,
        Notification notification,
        List<Version> versions,
        List<DecisionTaken> decisions,
        List<DutyOwed> duties,
        List<Delivered> deliveries,
        List<Entry> entries,
        List<Proof> proofs,
        List<Anchor> anchors,
        PackSignature signature) {

    EvidencePack signed(PackSignature by) {
        return new EvidencePack(
                format,
                generatedAt,
                generatedBy,
                notification,
                versions,
                decisions,
                duties,
                deliveries,
                entries,
                proofs,
                anchors,
                by);
    }

    /** @param version of what the sender has said last */
    public record Notification(UUID id, String type, String providerId, int version, boolean test, boolean withdrawn) {
        static Notification of(RoutedNotification notification) {
            return new Notification(
                    notification.id(),
                    notification.type(),
                    notification.providerId(),
                    notification.version(),
                    notification.isTest(),
                    notification.isWithdrawn());
        }
    }

    /**
     * What the sender said at one time.
     *
     * @param erasedAt absent while the payload is kept
     * @param payloadSha256 of the salt, a line feed and the payload; absent once it is erased
     * @param salt only with the payload
     * @param payload canonical JSON, as text; only where it was asked for and is kept
     */
    public record Version(
            int version, Instant receivedAt, Instant erasedAt, String payloadSha256, String salt, String payload) {
        static Version of(NotificationVersion version, boolean withPayload) {
            return new Version(
                    version.version(),
                    version.receivedAt(),
                    version.erasedAt(),
                    version.payloadSha256().orElse(null),
                    withPayload ? version.salt() : null,
                    withPayload ? version.payload().orElse(null) : null);
        }
    }

    /** @param version of the notification that was decided on */
    public record DecisionTaken(
            UUID id,
            int version,
            Instant decidedAt,
            @Schema(implementation = Decision.class) JsonNode decision) {
        static DecisionTaken of(DecisionRecord made) {
            return new DecisionTaken(made.id(), made.version(), made.decidedAt(), made.asMade());
        }
    }

    /** @param lateReason absent until somebody has given it, where it was met late */
    public record DutyOwed(@JsonUnwrapped DutyStanding standing, Reason lateReason) {}

    /** @param by the client that gave it */
    public record Reason(String reason, String by, Instant at) {}

    /** @param version of the notification that was, or is to be, told */
    public record Delivered(
            UUID id,
            int version,
            Authority authority,
            String channel,
            String purpose,
            String action,
            DeliveryStatus status,
            Instant createdAt,
            String explanation,
            Receipt receipt,
            List<Tried> attempts) {}

    /** @param authorityId the authority's own id of what it stored; absent where it has none */
    public record Receipt(String reference, String authorityId, String authorityVersion, Instant acceptedAt) {}

    /**
     * @param endedAt absent while it is under way
     * @param taxonomy the version of LfPSE's taxonomy in which it was told; absent for CQC and for a withdrawal
     */
    public record Tried(
            int number,
            Instant startedAt,
            Instant endedAt,
            Attempt.Outcome outcome,
            String explanation,
            String taxonomy) {
        static Tried of(Attempt attempt) {
            return new Tried(
                    attempt.number(),
                    attempt.startedAt(),
                    attempt.endedAt(),
                    attempt.outcome(),
                    attempt.explanation(),
                    attempt.taxonomy());
        }
    }

    /**
     * @param alg {@code Ed25519}
     * @param kid the key, among those of {@code GET /v1/evidence/keys}
     * @param value base64url
     */
    public record PackSignature(String alg, String kid, String value) {}
}
