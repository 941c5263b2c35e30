package org.notificationhub.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A body as it can be shown again: JSON where it is JSON. */
public final class JsonBody {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonBody() {}

    /** Text, which no authority takes for an object, where {@code body} is not one JSON document. */
    public static JsonNode read(String body) {
        if (body == null || body.isBlank()) {
            return NullNode.instance;
        }
        try {
            return STRICT.readTree(body);
        } catch (JsonProcessingException unreadable) {
            return new TextNode(body);
        }
    }
}
