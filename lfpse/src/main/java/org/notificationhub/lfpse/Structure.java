package org.notificationhub.lfpse;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;

/** Whether JSON is FHIR R4: known elements, as often as they may be, with values of their types; and where it is not. */
final class Structure {

    private static final String RESOURCE_TYPE = "resourceType";

    private final Taxonomy taxonomy;
    private final FhirShape shape;

    Structure(Taxonomy taxonomy, FhirShape shape) {
        this.taxonomy = taxonomy;
        this.shape = shape;
    }

    void check(ObjectNode event, Faults faults) {
        new Walk(faults).resource(event, Part.EVENT.resource, Place.of(Part.EVENT));
    }

    /** One way through a resource. */
    private final class Walk {

        private final Faults faults;
        private final Map<Part, Integer> parts = new HashMap<>();

        Walk(Faults faults) {
            this.faults = faults;
        }

        /** @param place null where the taxonomy knows no such resource */
        void resource(ObjectNode resource, String location, Place place) {
            var definition = Fhir.definition(resource.path(RESOURCE_TYPE).asText());
            if (definition == null) {
                faults.unreadable("unknown-element", location, "FHIR has no such resource");
                return;
            }
            resource.fields().forEachRemaining(field -> {
                if (!field.getKey().equals(RESOURCE_TYPE)) {
                    element(field.getKey(), field.getValue(), definition, location, place);
                }
            });
        }

        private void element(
                String name,
                JsonNode value,
                BaseRuntimeElementCompositeDefinition<?> parent,
                String parentLocation,
                Place place) {
            var location = parentLocation + "." + (place == null ? name : shape.name(place.part().resource, name));
            switch (name) {
                case "extension", "modifierExtension" -> extensions(value, parentLocation, place);
                case "contained" -> contained(value, location);
                default -> plain(name, value, parent, location);
            }
        }

        private void plain(
                String name, JsonNode value, BaseRuntimeElementCompositeDefinition<?> parent, String location) {
            var plainName = name.startsWith("_") ? name.substring(1) : name;
            var child = parent.getChildByName(plainName);
            if (child == null) {
                faults.unreadable("unknown-element", location, "FHIR has no such element here");
            } else if (!name.startsWith("_")) {
                values(child, child.getChildByName(plainName), value, location);
            }
        }

        private void values(
                BaseRuntimeChildDefinition child,
                BaseRuntimeElementDefinition<?> type,
                JsonNode value,
                String location) {
            var repeats = child.getMax() != 1;
            if (repeats != value.isArray()) {
                wrongJson(location);
            } else if (repeats) {
                for (var i = 0; i < value.size(); i++) {
                    value(child, type, value.get(i), location + "[" + i + "]");
                }
            } else {
                value(child, type, value, location);
            }
        }

        private void value(
                BaseRuntimeChildDefinition child,
                BaseRuntimeElementDefinition<?> type,
                JsonNode value,
                String location) {
            if (type instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
                if (value.isObject()) {
                    value.fields()
                            .forEachRemaining(
                                    field -> element(field.getKey(), field.getValue(), composite, location, null));
                } else {
                    wrongJson(location);
                }
            } else if (type.newInstance(child.getInstanceConstructorArguments())
                    instanceof IPrimitiveType<?> primitive) {
                value(primitive, value, location);
            }
        }

        private void value(IPrimitiveType<?> primitive, JsonNode value, String location) {
            if (!isWritten(primitive, value)) {
                wrongJson(location);
            } else if (!takes(primitive, value.asText())) {
                faults.unreadable("value", location, "The value is not of the element's type");
            }
        }

        private void contained(JsonNode resources, String location) {
            for (var i = 0; i < resources.size(); i++) {
                if (resources.get(i) instanceof ObjectNode resource) {
                    var part = Part.of(resource.path(RESOURCE_TYPE).asText());
                    var place = part == null ? null : new Place(part, parts.merge(part, 1, Integer::sum) - 1);
                    var at = place == null ? location + "[" + i + "]" : place.resource();
                    if (!resource.has("id")) {
                        faults.unreadable("contained", at, "A contained resource has no id");
                    }
                    resource(resource, at, place);
                } else {
                    wrongJson(location + "[" + i + "]");
                }
            }
        }

        private void extensions(JsonNode extensions, String parent, Place place) {
            if (!extensions.isArray()) {
                wrongJson(parent + ".extension");
                return;
            }
            var counts = new HashMap<String, Integer>();
            for (var extension : extensions) {
                var name = taxonomy.version().nameOf(extension.path("url").asText());
                var table = place == null ? null : taxonomy.extension(place.part(), name);
                if (table == null) {
                    extension(extension, parent + ".extension", null, null);
                } else {
                    var number = counts.merge(name, 1, Integer::sum) - 1;
                    var at = place.part() == Part.PERSON ? new Place(Part.PERSON, number) : place;
                    extension(extension, at.extension(name), at, table);
                }
            }
        }

        private void extension(JsonNode extension, String location, Place place, ExtensionTable table) {
            if (!extension.isObject()) {
                wrongJson(location);
                return;
            }
            var hasValue = false;
            for (var names = extension.fieldNames(); names.hasNext(); ) {
                hasValue |= names.next().startsWith("value");
            }
            if (hasValue && extension.has("extension")) {
                faults.unreadable("extension-form", location, "An extension has a value and extensions");
            }
            extension.fields().forEachRemaining(field -> {
                if (field.getKey().equals("extension")) {
                    nested(field.getValue(), location, place, table);
                } else {
                    plain(field.getKey(), field.getValue(), Fhir.extension(), location);
                }
            });
        }

        private void nested(JsonNode elements, String parent, Place place, ExtensionTable table) {
            for (var element : elements) {
                var question = table == null
                        ? null
                        : table.byElement().get(element.path("url").asText());
                extension(element, question == null ? parent : place.question(question), null, null);
            }
        }

        private void wrongJson(String location) {
            faults.unreadable("json-type", location, "The element is of another type of JSON");
        }
    }

    /** Numbers and truths are bare in JSON, everything else is text. */
    private static boolean isWritten(IPrimitiveType<?> primitive, JsonNode value) {
        if (primitive instanceof BooleanType) {
            return value.isBoolean();
        }
        return primitive instanceof IntegerType || primitive instanceof DecimalType
                ? value.isNumber()
                : value.isTextual();
    }

    private static boolean takes(IPrimitiveType<?> primitive, String text) {
        try {
            primitive.setValueAsString(text);
            return true;
        } catch (DataFormatException | IllegalArgumentException e) {
            return false;
        }
    }
}
