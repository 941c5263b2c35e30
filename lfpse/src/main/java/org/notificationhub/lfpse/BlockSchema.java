package org.notificationhub.lfpse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JSON Schema of the block, from the tables. Codes are an {@code enum} with what each means in the description: a
 * validator says of an enum in one sentence what it says of alternatives in as many as there are.
 */
final class BlockSchema {

    private static final int MOST_SUSPECTS = 100;

    private final Taxonomy taxonomy;

    BlockSchema(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    ObjectNode write() {
        var schema = object("What LfPSE asks beyond the notification: questions and codes of its taxonomy, version "
                + taxonomy.version().number());
        var members = schema.putObject("properties");
        var event = members.putObject("event").put("type", "string").put("default", EventType.INCIDENT.name());
        Stream.of(EventType.values()).map(EventType::name).forEach(event.putArray("enum")::add);
        text(members.putObject("reference")).put("description", "The sender's own; otherwise the notification's");
        text(members.putObject("date"))
                .put("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$")
                .put("description", "When it happened; otherwise the notification's occurredAt");
        for (var part : Part.values()) {
            members.set(part.member(), part.isList() ? several(part) : questions(part));
        }
        return schema;
    }

    private ObjectNode several(Part part) {
        var array = Json.MAPPER.createObjectNode().put("type", "array");
        array.put("maxItems", part == Part.PERSON ? taxonomy.mostPeople() : MOST_SUSPECTS);
        array.set("items", questions(part));
        return array;
    }

    private ObjectNode questions(Part part) {
        var answers = object(part.resource);
        var properties = answers.putObject("properties");
        taxonomy.questions(part).forEach(question -> properties.set(question.name(), question(question)));
        plain(part).forEach(name -> text(properties.putObject(name)));
        return answers;
    }

    private static Stream<String> plain(Part part) {
        return switch (part) {
            case MEDICATION -> Stream.of("name");
            case DEVICE -> Stream.of("manufacturer", "model", "serial");
            case EVENT, LOCATION, REPORTER, PERSON -> Stream.of();
        };
    }

    private static ObjectNode question(Question question) {
        if (!question.repeats()) {
            return answer(question);
        }
        var several = Json.MAPPER
                .createObjectNode()
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", question.max());
        several.set("items", answer(question));
        return several;
    }

    private static ObjectNode answer(Question question) {
        var answer = Json.MAPPER.createObjectNode();
        return switch (question.type()) {
            case CODE, STRING -> codes(text(answer), question.codes());
            case INTEGER -> answer.put("type", "integer").put("minimum", 0).put("maximum", Integer.MAX_VALUE);
            case BOOLEAN -> answer.put("type", "boolean");
            case DATE -> text(answer).put("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
            case TIME -> text(answer).put("pattern", "^" + ValueType.CLOCK + "$");
        };
    }

    private static ObjectNode codes(ObjectNode answer, Codes codes) {
        if (codes instanceof Codes.Listed listed) {
            listed.displays().keySet().forEach(answer.putArray("enum")::add);
            answer.put(
                    "description",
                    listed.displays().entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                            .collect(Collectors.joining("; ")));
        } else if (codes instanceof Codes.Shaped shaped) {
            answer.put("pattern", "^" + shaped.pattern() + "$");
        }
        return answer;
    }

    private static ObjectNode text(ObjectNode schema) {
        return schema.put("type", "string").put("minLength", 1);
    }

    private static ObjectNode object(String description) {
        return Json.MAPPER
                .createObjectNode()
                .put("type", "object")
                .put("description", description)
                .put("additionalProperties", false);
    }
}
