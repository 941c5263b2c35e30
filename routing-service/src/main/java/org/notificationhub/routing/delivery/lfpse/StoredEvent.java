package org.notificationhub.routing.delivery.lfpse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.notificationhub.routing.delivery.Answer.CqcFlag;

/** What an AdverseEvent says that LfPSE has stored. */
public final class StoredEvent {

    private StoredEvent() {}

    /** One that says nothing of CQC is not flagged. */
    public static CqcFlag cqcFlag(JsonNode event) {
        var governance = extension(event, Taxonomy.url("adverse-event-governance"));
        return new CqcFlag(
                extension(governance, "CqcNotify").path("valueBoolean").asBoolean(),
                extension(governance, "CqcCriteria").path("valueCode").textValue());
    }

    /** LfPSE's reference for people. */
    static Optional<String> referenceNumber(JsonNode event) {
        var metadata = extension(event, Taxonomy.url("adverse-event-reference-metadata"));
        return Optional.ofNullable(
                extension(metadata, "ReferenceNumber").path("valueString").textValue());
    }

    /** By URL: the server adds its own at the end today, which is no promise. */
    private static JsonNode extension(JsonNode parent, String url) {
        return StreamSupport.stream(parent.path("extension").spliterator(), false)
                .filter(extension -> url.equals(extension.path("url").asText()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
