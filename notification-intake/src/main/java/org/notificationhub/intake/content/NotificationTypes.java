package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.notificationhub.lfpse.EventBlock;
import org.notificationhub.lfpse.TaxonomyVersion;

/**
 * Every type of notification with the JSON Schema of its whole body. A type's file says what is its own: title,
 * regulation, the schema of {@code details} and examples, and of {@code provider} where an employer may notify whom CQC
 * has not registered; {@code common.json} is what all bodies share. Where LfPSE may be told, {@code details.lfpse} takes the
 * answers to LfPSE's own questions: its schema is made from the tables of LfPSE's taxonomy.
 */
@Singleton
public class NotificationTypes {

    private static final String FOLDER = "/notification-types/";
    private static final String ID = "https://notificationhub.org/schemas/notification-types/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode LFPSE_EVENT = EventBlock.schema(TaxonomyVersion.current());

    private final ObjectNode common = (ObjectNode) read("common");
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<NotificationType> all;

    public NotificationTypes() {
        read("index").forEach(code -> entries.put(code.textValue(), entry(code.textValue())));
        all = entries.values().stream().map(Entry::type).toList();
    }

    /** In the order of the regulations. */
    public List<NotificationType> all() {
        return all;
    }

    public Optional<NotificationType> find(String code) {
        return Optional.ofNullable(entries.get(code)).map(Entry::type);
    }

    /** The type's JSON Schema (2020-12) in UTF-8, ready to be served; not to be changed. */
    public Optional<byte[]> schema(String code) {
        return Optional.ofNullable(entries.get(code)).map(Entry::served);
    }

    /** What holds for every body, whatever its type. */
    JsonNode commonSchema() {
        var schema = common.deepCopy();
        var codes = ((ObjectNode) schema.at("/properties/type")).putArray("enum");
        entries.keySet().forEach(codes::add);
        ((ObjectNode) schema.at("/properties/provider")).put("$ref", "#/$defs/providerOrEmployer");
        return schema.put("$id", ID + "common.json");
    }

    /** @param code of a type there is */
    JsonNode schemaOf(String code) {
        return entries.get(code).schema();
    }

    private Entry entry(String code) {
        var own = read(code);
        var type = new NotificationType(
                code, own.get("title").textValue(), own.get("regulation").textValue());
        var schema = composed(type, own);
        return new Entry(type, schema, bytes(schema));
    }

    private ObjectNode composed(NotificationType type, JsonNode own) {
        var schema = JSON.createObjectNode()
                .put("$schema", common.get("$schema").textValue())
                .put("$id", ID + type.code() + ".json")
                .put("title", type.title())
                .put("x-regulation", type.regulation());
        schema.set("description", own.get("description"));
        schema.setAll(common.deepCopy());
        ((ObjectNode) schema.at("/properties/type")).put("const", type.code());
        var members = (ObjectNode) schema.get("properties");
        members.set("provider", own.path("provider").isObject() ? own.get("provider") : members.get("provider"));
        members.set("details", own.get("details"));
        if (own.at("/details/properties/lfpse").isObject()) {
            ((ObjectNode) schema.get("$defs")).set("lfpseEvent", LFPSE_EVENT);
        }
        schema.set("examples", own.get("examples"));
        return schema;
    }

    private static JsonNode read(String name) {
        try (var file = NotificationTypes.class.getResourceAsStream(FOLDER + name + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode schema) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Entry(NotificationType type, JsonNode schema, byte[] served) {}
}
