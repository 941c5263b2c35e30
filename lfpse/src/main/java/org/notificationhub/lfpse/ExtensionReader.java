package org.notificationhub.lfpse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Type;

/** Reads answers out of the extensions of a resource, by the tables. */
final class ExtensionReader {

    private final Taxonomy taxonomy;

    ExtensionReader(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    Answers answers(Place place, DomainResource resource, Faults faults) {
        var answers = new LinkedHashMap<String, List<Object>>();
        each(place, resource, faults, (table, elements) -> {
            if (elements.isEmpty()) {
                faults.error("required", place.extension(table.name()), null, "The extension holds no answer");
            }
            read(place, table, elements, answers, faults);
        });
        return Answers.of(answers);
    }

    /** One extension for each. */
    List<Answers> people(DomainResource patient, Faults faults) {
        var people = new ArrayList<Answers>();
        each(Place.of(Part.PERSON), patient, faults, (table, elements) -> {
            var person = new LinkedHashMap<String, List<Object>>();
            read(new Place(Part.PERSON, people.size()), table, elements, person, faults);
            people.add(Answers.of(person));
        });
        return people;
    }

    private void each(
            Place place, DomainResource resource, Faults faults, BiConsumer<ExtensionTable, List<Extension>> reader) {
        var counts = new HashMap<String, Integer>();
        for (var extension : resource.getExtension()) {
            var url = extension.getUrl() == null ? "" : extension.getUrl();
            var element = taxonomy.element(place.part(), url);
            if (element != null) {
                reader.accept(element, List.of(extension));
                continue;
            }
            var name = taxonomy.version().nameOf(url);
            var table = taxonomy.extension(place.part(), name);
            if (table == null) {
                faults.error("extension-unknown", extensionOf(place), null, "The taxonomy has no such extension here");
                continue;
            }
            counts.merge(name, 1, Integer::sum);
            if (!taxonomy.version().url(name).equals(url)) {
                faults.error("extension-version", place.extension(name), null, "The extension is of another version");
            }
            reader.accept(table, extension.getExtension());
        }
        taxonomy.extensions(place.part())
                .forEach(table -> checkCount(place, table, counts.getOrDefault(table.name(), 0), faults));
    }

    private static String extensionOf(Place place) {
        return place.resource() + ".extension";
    }

    private static void checkCount(Place place, ExtensionTable table, int count, Faults faults) {
        if (count < table.min()) {
            faults.error("required", place.extension(table.name()), place.pointer(), "The extension is required");
        } else if (count > table.max()) {
            faults.error("too-many", place.extension(table.name()), null, "At most " + table.max());
        }
    }

    private static void read(
            Place place,
            ExtensionTable table,
            List<Extension> elements,
            Map<String, List<Object>> answers,
            Faults faults) {
        for (var element : elements) {
            var question = table.byElement().get(element.getUrl());
            if (question == null) {
                faults.error(
                        "element-unknown", place.extension(table.name()), null, "The extension has no such element");
            } else {
                var earlier = answers.computeIfAbsent(question.name(), name -> new ArrayList<>());
                var answer = answer(place.answer(question, earlier.size()), question, element.getValue(), faults);
                if (answer != null) {
                    earlier.add(answer);
                }
            }
        }
    }

    /** Of a type that differs from the table's in FHIR only, an answer does not show it: so that is checked here. */
    private static Object answer(String location, Question question, Type value, Faults faults) {
        var answer = answer(value);
        var sameInJava = answer == null || question.type().isTypeOf(answer);
        if (sameInJava && (answer == null || !value.fhirType().equals(question.type().fhir))) {
            faults.error("value-type", location, null, "The value is a " + question.type().fhir);
        }
        return answer;
    }

    private static Object answer(Type value) {
        if (value == null || !value.hasPrimitiveValue()) {
            return null;
        }
        if (value instanceof IntegerType number) {
            return number.getValue();
        }
        return value instanceof BooleanType truth ? truth.getValue() : (Object) value.primitiveValue();
    }
}
