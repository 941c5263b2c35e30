package org.notificationhub.sandbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/** JSON kept as text: as a tree it takes ten times the memory. */
public record JsonText(@JsonValue @JsonRawValue String text) {

    @JsonCreator
    public static JsonText of(JsonNode json) {
        return new JsonText(json.toString());
    }

    public JsonNode read() {
        return JsonBody.read(text);
    }
}
