package org.notificationhub.routing.decision;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.notificationhub.routing.evidence.CanonicalJson;
import org.notificationhub.routing.evidence.Sha256;

/**
 * As evidence keeps it: that it was decided, and what.
 *
 * @param version of the notification that was decided on
 * @param outcomes by authority
 * @param decisionSha256 of the whole decision as canonical JSON
 */
record DecisionMade(
        UUID decisionId,
        int version,
        Instant decidedAt,
        String rulesVersion,
        Map<String, String> outcomes,
        String decisionSha256) {

    static DecisionMade of(DecisionRecord record) {
        var outcomes = new TreeMap<String, String>();
        record.decision().duties().forEach(duty -> outcomes.put(duty.authority(), duty.outcome()));
        return new DecisionMade(
                record.id(),
                record.version(),
                record.decidedAt(),
                record.decision().rulesVersion(),
                outcomes,
                Sha256.hex(CanonicalJson.write(record.asMade())));
    }
}
