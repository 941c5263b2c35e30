package org.notificationhub.lfpse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes an event as the block of a notification. */
final class BlockWriter {

    private final Taxonomy taxonomy;

    BlockWriter(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    ObjectNode write(LfpseEvent event) {
        var block = Json.MAPPER.createObjectNode().put("event", event.type().name());
        put(block, "reference", event.reference());
        put(block, "date", event.date());
        put(block, Part.EVENT, event.event());
        put(block, Part.LOCATION, event.location());
        put(block, Part.REPORTER, event.reporter());
        event.people().forEach(person -> add(block, Part.PERSON, person));
        event.medications()
                .forEach(medication ->
                        put(add(block, Part.MEDICATION, medication.answers()), "name", medication.name()));
        for (var device : event.devices()) {
            var node = add(block, Part.DEVICE, device.answers());
            put(node, "manufacturer", device.manufacturer());
            put(node, "model", device.model());
            put(node, "serial", device.serial());
        }
        return block;
    }

    private void put(ObjectNode block, Part part, Answers answers) {
        if (!answers.isEmpty()) {
            answer(block.putObject(part.member()), part, answers);
        }
    }

    private ObjectNode add(ObjectNode block, Part part, Answers answers) {
        return answer(block.withArray(part.member()).addObject(), part, answers);
    }

    private ObjectNode answer(ObjectNode node, Part part, Answers answers) {
        for (var question : taxonomy.questions(part)) {
            var values = answers.all(question.name());
            if (question.repeats() && !values.isEmpty()) {
                var several = node.putArray(question.name());
                values.forEach(value -> several.add(json(value)));
            } else if (!values.isEmpty()) {
                node.set(question.name(), json(values.get(0)));
            }
        }
        return node;
    }

    private static JsonNode json(Object value) {
        return Json.MAPPER.valueToTree(value);
    }

    private static void put(ObjectNode node, String member, String value) {
        if (value != null) {
            node.put(member, value);
        }
    }
}
