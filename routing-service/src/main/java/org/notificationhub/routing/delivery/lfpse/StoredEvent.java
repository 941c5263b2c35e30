package org.notificationhub.routing.delivery.lfpse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.notificationhub.routing.delivery.Answer.CqcFlag;

/** What an AdverseEvent says that LfPSE has stored. */
public final class StoredEvent {

    private StoredEvent() {}

    /** One that says nothing of CQC is not flagged. */
    public static CqcFlag cqcFlag(JsonNode event) {
        var governance = extension(event, "adverse-event-governance");
        return new CqcFlag(
                extension(governance, "CqcNotify").path("valueBoolean").asBoolean(),
                extension(governance, "CqcCriteria").path("valueCode").textValue());
    }

    /** LfPSE's reference for people. */
    static Optional<String> referenceNumber(JsonNode event) {
        var metadata = extension(event, "adverse-event-reference-metadata");
        return Optional.ofNullable(
                extension(metadata, "ReferenceNumber").path("valueString").textValue());
    }

    /**
     * By URL: the server adds its own at the end today, which is no promise. It says of which version of the taxonomy it is; a
     * bare name is part of another.
     */
    private static JsonNode extension(JsonNode parent, String name) {
        var url = Pattern.compile("(.*/" + name + "-[0-9]+|" + name + ")");
        return StreamSupport.stream(parent.path("extension").spliterator(), false)
                .filter(extension -> url.matcher(extension.path("url").asText()).matches())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
