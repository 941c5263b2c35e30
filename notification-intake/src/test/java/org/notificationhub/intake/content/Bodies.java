package org.notificationhub.intake.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Bodies to try the checks on. */
final class Bodies {

    static final NotificationTypes TYPES = new NotificationTypes();

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Bodies() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The body of the outside contract, with everything a sender may say. */
    static ObjectNode injury() {
        return (ObjectNode) json("""
                { "type": "SERIOUS_INJURY",
                  "reference": "INC-2026-000123",
                  "provider": { "id": "RJ1", "locationId": "RJ122", "country": "ENGLAND" },
                  "occurredAt": "2026-11-20T09:15:00Z",
                  "awareAt": "2026-11-20T10:00:00Z",
                  "summary": "Fall from bed; hip fracture.",
                  "people": [ { "code": "SU-0417", "role": "SERVICE_USER", "ageBand": "75-84" } ],
                  "lfpse": { "reference": "LFPSE-88", "acceptedAt": "2026-11-20T11:00:00Z",
                             "cqcNotify": true, "cqcCriteria": "2" },
                  "cqc": { "reference": "ENQ-7", "notifiedAt": "2026-11-20T11:00:00Z" },
                  "details": { "injury": "FRACTURE" },
                  "test": false }
                """);
    }

    static ObjectNode exposure() {
        return (ObjectNode) json("""
                { "type": "IRMER_SAUE",
                  "reference": "SAUE-2026-0007",
                  "provider": { "id": "RJ1" },
                  "occurredAt": "2026-11-18T09:00:00Z",
                  "awareAt": "2026-11-18T10:00:00Z",
                  "details": { "modality": "RADIOTHERAPY", "discoveredAt": "2026-11-18T10:00:00Z" } }
                """);
    }

    /** @param value JSON; absent, the member is left out */
    static ObjectNode with(ObjectNode body, String pointer, String value) {
        var parent = (ObjectNode) body.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, json(value));
        }
        return body;
    }

    static List<JsonNode> examples() {
        return TYPES.all().stream().flatMap(type -> examples(type.code())).toList();
    }

    static Stream<JsonNode> examples(String code) {
        return StreamSupport.stream(TYPES.schemaOf(code).get("examples").spliterator(), false);
    }
}
