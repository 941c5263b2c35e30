package org.notificationhub.routing.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.notificationhub.routing.callback.Callback;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.delivery.lfpse.StoredEvent;

/** Reads the body of a callback. What is shown in lists has to be a code, so that no free text can pass for one. */
final class CallbackBody {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z-]{0,59}");

    /** FHIR's ids, and LfPSE's references. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,80}");

    /** PostgreSQL keeps no such character in JSON. */
    private static final String NOT_STORABLE = "\\u0000";

    private CallbackBody() {}

    /** Empty where it is no callback. */
    static Optional<Callback> read(String webhookId, byte[] body, ObjectMapper json) {
        try {
            var text = new String(body, StandardCharsets.UTF_8);
            var said = json.readTree(text);
            return text.contains(NOT_STORABLE) || !isCallback(said)
                    ? Optional.empty()
                    : Optional.of(callback(webhookId, said, text));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isCallback(JsonNode said) {
        return matches(TYPE, said.path("type"))
                && matches(NAME, said.path("lfpseId"))
                && isNameOrAbsent(said.path("versionId"))
                && isNameOrAbsent(said.path("referenceNumber"))
                && isNameOrAbsent(provider(said));
    }

    private static Callback callback(String webhookId, JsonNode said, String text) {
        var resource = said.path("resource");
        var event = resource.path("resourceType").asText().equals("AdverseEvent") ? resource : null;
        return new Callback(
                webhookId,
                said.path("type").textValue(),
                uuid(said.path("submissionId")),
                said.path("lfpseId").textValue(),
                said.path("versionId").asText(null),
                said.path("referenceNumber").asText(null),
                instant(said.path("occurredAt")),
                provider(said).asText(null),
                event == null ? null : event.at("/identifier/value").textValue(),
                stored(event),
                text);
    }

    /** By its id, as in a notification, or plainly. */
    private static JsonNode provider(JsonNode said) {
        var provider = said.path("provider");
        return provider.isObject() ? provider.path("id") : provider;
    }

    private static CqcFlag stored(JsonNode event) {
        return event == null ? null : StoredEvent.cqcFlag(event);
    }

    private static boolean isNameOrAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || matches(NAME, value);
    }

    private static boolean matches(Pattern pattern, JsonNode value) {
        return (value.isTextual() || value.isIntegralNumber())
                && pattern.matcher(value.asText()).matches();
    }

    private static UUID uuid(JsonNode text) {
        try {
            return text.isTextual() ? UUID.fromString(text.textValue()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Instant instant(JsonNode text) {
        try {
            return text.isTextual() ? OffsetDateTime.parse(text.textValue()).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
