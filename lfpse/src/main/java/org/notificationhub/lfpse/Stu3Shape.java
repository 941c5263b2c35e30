package org.notificationhub.lfpse;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * STU3, in which taxonomy 5 is written. The library's structures of STU3 are not published at the version in use, and what
 * LfPSE uses of STU3 differs from R4 in a few names: {@code stu3.csv} has them.
 */
final class Stu3Shape implements FhirShape {

    private final Map<String, List<Move>> moves;
    private final List<Question> elements;

    /** A question of the taxonomy that is an element of FHIR's own in STU3 travels through R4 as an extension. */
    Stu3Shape(Taxonomy taxonomy) {
        this.moves = Move.byResource();
        this.elements = taxonomy.questions(Part.EVENT).stream()
                .filter(question -> question.extension().isEmpty())
                .toList();
    }

    @Override
    public String toR4(String json, Faults faults) {
        if (!(Json.read(json) instanceof ObjectNode event)) {
            return json;
        }
        eachResource(event, (resource, move) -> toR4(resource, move, faults));
        elements.forEach(element -> toExtension(event, element, faults));
        return event.toString();
    }

    @Override
    public String fromR4(String json) {
        var event = (ObjectNode) Json.read(json);
        elements.forEach(element -> fromExtension(event, element));
        eachResource(event, Stu3Shape::fromR4);
        return event.toString();
    }

    @Override
    public String name(String resource, String element) {
        return moves.getOrDefault(resource, List.of()).stream()
                .filter(move -> move.r4Name().equals(element) && !move.stu3.isEmpty())
                .map(Move::stu3Name)
                .findFirst()
                .orElse(element);
    }

    private void eachResource(ObjectNode event, BiConsumer<ObjectNode, Move> action) {
        moves.getOrDefault("AdverseEvent", List.of()).forEach(move -> action.accept(event, move));
        for (var contained : event.path("contained")) {
            if (contained instanceof ObjectNode resource) {
                moves.getOrDefault(resource.path("resourceType").asText(), List.of())
                        .forEach(move -> action.accept(resource, move));
            }
        }
    }

    private static void toR4(ObjectNode resource, Move move, Faults faults) {
        if (resource.remove(move.r4Name()) != null) {
            faults.unreadable("unknown-element", move.resource + "." + move.r4Name(), "STU3 has no such element");
        }
        var value = take(resource, move.stu3);
        if (value != null && move.r4.isEmpty()) {
            Unkept.add(move.resource + "." + move.stu3Name(), faults);
        } else if (value != null && !move.knows(value)) {
            faults.unreadable("value", move.resource + "." + move.stu3Name(), "The value is not of the element's type");
        } else if (value != null) {
            put(resource, move.r4, move.toR4(value));
        }
    }

    private static void fromR4(ObjectNode resource, Move move) {
        var value = move.stu3.isEmpty() ? null : take(resource, move.r4);
        if (value != null) {
            put(resource, move.stu3, move.toStu3(value));
        }
    }

    /** Also takes away what is empty without it. */
    private static JsonNode take(ObjectNode resource, String path) {
        if (path.isEmpty()) {
            return null;
        }
        var pointer = JsonPointer.compile(path);
        var parent = resource.at(pointer.head());
        var value = parent.path(pointer.last().getMatchingProperty());
        if (value.isMissingNode()) {
            return null;
        }
        ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
        var top = pointer.getMatchingProperty();
        if (parent.isEmpty() && resource.path(top).size() == 1) {
            resource.remove(top);
        }
        return value;
    }

    private static void put(ObjectNode resource, String path, JsonNode value) {
        var pointer = JsonPointer.compile(path);
        var parent = pointer.head().matches() ? resource : resource.withObject(pointer.head());
        parent.set(pointer.last().getMatchingProperty(), value);
    }

    private static void toExtension(ObjectNode event, Question element, Faults faults) {
        if (!takeExtension(event, element).isMissingNode()) {
            faults.error(
                    "extension-unknown",
                    "AdverseEvent.extension('" + element.element() + "')",
                    null,
                    "The taxonomy has no such extension here");
        }
        var value = event.remove(element.element());
        var isFree = !event.has("extension") || event.get("extension").isArray();
        if (value != null && isFree) {
            event.withArray("extension")
                    .addObject()
                    .put("url", element.element())
                    .set(valueName(element), value);
        }
    }

    private static void fromExtension(ObjectNode event, Question element) {
        var extension = takeExtension(event, element);
        if (!extension.isMissingNode()) {
            event.set(element.element(), extension.path(valueName(element)));
        }
        if (event.path("extension").isEmpty()) {
            event.remove("extension");
        }
    }

    private static JsonNode takeExtension(ObjectNode event, Question element) {
        var extensions = event.path("extension").elements();
        while (extensions.hasNext()) {
            var extension = extensions.next();
            if (element.element().equals(extension.path("url").textValue())) {
                extensions.remove();
                return extension;
            }
        }
        return MissingNode.getInstance();
    }

    private static String valueName(Question question) {
        var type = question.type().fhir;
        return "value" + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    /**
     * A row of the table.
     *
     * @param r4 pointer; empty for an element that only STU3 has
     * @param stu3 pointer; empty for an element that only R4 has
     * @param values of R4, with those of STU3; empty where they are the same
     */
    private record Move(String resource, String r4, String stu3, Map<String, String> values) {

        static Map<String, List<Move>> byResource() {
            var moves = new LinkedHashMap<List<String>, Map<String, String>>();
            Table.read("stu3.csv").forEach(row -> {
                var values = moves.computeIfAbsent(
                        List.of(row.get("resource"), row.get("r4"), row.get("stu3")), key -> new HashMap<>());
                if (!row.get("r4_value").isEmpty()) {
                    values.put(row.get("r4_value"), row.get("stu3_value"));
                }
            });
            var byResource = new HashMap<String, List<Move>>();
            moves.forEach((key, values) -> byResource
                    .computeIfAbsent(key.get(0), resource -> new ArrayList<>())
                    .add(new Move(key.get(0), key.get(1), key.get(2), values)));
            return byResource;
        }

        String r4Name() {
            return name(r4);
        }

        String stu3Name() {
            return name(stu3);
        }

        JsonNode toStu3(JsonNode value) {
            var mapped = values.get(value.asText());
            return mapped == null ? value : TextNode.valueOf(mapped);
        }

        boolean knows(JsonNode stu3Value) {
            return values.isEmpty() || values.containsValue(stu3Value.asText());
        }

        JsonNode toR4(JsonNode value) {
            return values.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(value.asText()))
                    .<JsonNode>map(entry -> TextNode.valueOf(entry.getKey()))
                    .findFirst()
                    .orElse(value);
        }

        private static String name(String pointer) {
            return pointer.isEmpty() ? "" : JsonPointer.compile(pointer).getMatchingProperty();
        }
    }
}
