package org.notificationhub.local.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.notificationhub.local.HubFailed;

/** An evidence pack as it lies in a file. What is missing in it is an empty text, which fits no hash. */
public record Pack(ObjectNode json) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public static Pack read(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object
                    && object.path("format").asInt() == 1) {
                return new Pack(object);
            }
        } catch (JsonProcessingException e) {
            throw new HubFailed("This is no evidence pack: it is not JSON, or has a member twice", e);
        }
        throw new HubFailed("This is no evidence pack of format 1; a newer ./hub verify may know it");
    }

    String notificationId() {
        return json.path("notification").path("id").asText();
    }

    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        each("entries").forEach(entry -> entries.add(new Entry(entries.size() + 1, entry)));
        return entries;
    }

    Stream<JsonNode> each(String list) {
        return each(json, list);
    }

    static Stream<JsonNode> each(JsonNode in, String list) {
        return StreamSupport.stream(in.path(list).spliterator(), false);
    }

    /** @param place in the pack, from 1 */
    record Entry(int place, JsonNode json) {

        String text(String member) {
            return json.path(member).asText();
        }

        String step() {
            return text("step");
        }

        String hash() {
            return text("hash");
        }

        boolean is(String step) {
            return step().equals(step);
        }

        /** What it says; empty where that cannot be read, which the hash shows. */
        JsonNode body() {
            try {
                return JSON.readTree(text("body"));
            } catch (JsonProcessingException e) {
                return JSON.createObjectNode();
            }
        }

        Verdict.Altered altered() {
            return new Verdict.Altered(place, step(), text("at"));
        }
    }
}
