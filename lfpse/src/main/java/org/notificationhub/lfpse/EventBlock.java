package org.notificationhub.lfpse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * The block {@code details.lfpse} of a notification: an event as JSON, its questions by the taxonomy's own names. A question
 * that can be answered once takes a value, one that can be answered several times an array.
 */
public final class EventBlock {

    private static final Set<String> PLAIN = Set.of("name", "manufacturer", "model", "serial");

    private EventBlock() {}

    /** Of a block that keeps to the schema. Without an event it is an Incident; people without a number get the next one. */
    public static LfpseEvent read(JsonNode block) {
        return LfpseEvent.of(EventType.valueOf(block.path("event").asText(EventType.INCIDENT.name())))
                .withReference(block.path("reference").textValue())
                .withDate(block.path("date").textValue())
                .withEvent(answers(block.path("answers")))
                .withLocation(answers(block.path("location")))
                .withReporter(answers(block.path("reporter")))
                .withPeople(people(block.path("people")))
                .withMedications(medications(block.path("medications")))
                .withDevices(devices(block.path("devices")));
    }

    /** By the current version, which has every question of the earlier ones. */
    public static ObjectNode write(LfpseEvent event) {
        return new BlockWriter(Taxonomy.of(TaxonomyVersion.current())).write(event);
    }

    /** JSON Schema 2020-12 of the block, for questions and codes of the version. */
    public static ObjectNode schema(TaxonomyVersion version) {
        return new BlockSchema(Taxonomy.of(version)).write();
    }

    private static List<Answers> people(JsonNode people) {
        var all = new ArrayList<Answers>();
        for (var person : people) {
            var number = Answers.none().with("PatientSequence", all.size() + 1);
            all.add(answers(person).orElse(number));
        }
        return all;
    }

    private static List<Medication> medications(JsonNode medications) {
        var all = new ArrayList<Medication>();
        medications.forEach(
                each -> all.add(new Medication(answers(each), each.path("name").textValue())));
        return all;
    }

    private static List<Device> devices(JsonNode devices) {
        var all = new ArrayList<Device>();
        devices.forEach(each -> all.add(new Device(
                answers(each),
                each.path("manufacturer").textValue(),
                each.path("model").textValue(),
                each.path("serial").textValue())));
        return all;
    }

    private static Answers answers(JsonNode answers) {
        var all = new LinkedHashMap<String, List<Object>>();
        answers.fields().forEachRemaining(field -> {
            if (!PLAIN.contains(field.getKey())) {
                all.put(field.getKey(), values(field.getValue()));
            }
        });
        return Answers.of(all);
    }

    private static List<Object> values(JsonNode value) {
        var all = new ArrayList<Object>();
        if (value instanceof ArrayNode several) {
            several.forEach(each -> all.add(value(each)));
        } else if (!value.isNull()) {
            all.add(value(value));
        }
        return all;
    }

    /** A number that is no int is kept as text, for the rules to find. */
    private static Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isInt() ? (Object) value.intValue() : value.asText();
    }
}
