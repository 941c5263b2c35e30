package org.notificationhub.lfpse;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an event is made of: a resource of FHIR each, and a member of the block each. */
enum Part {
    EVENT("AdverseEvent", "/answers"),
    LOCATION("Location", "/location"),
    REPORTER("Practitioner", "/reporter"),
    PERSON("Patient", "/people"),
    MEDICATION("Medication", "/medications"),
    DEVICE("Device", "/devices");

    private static final Map<String, Part> BY_RESOURCE =
            Stream.of(values()).collect(Collectors.toMap(part -> part.resource, part -> part));

    final String resource;
    final String pointer;

    Part(String resource, String pointer) {
        this.resource = resource;
        this.pointer = pointer;
    }

    /** Of the block. */
    String member() {
        return pointer.substring(1);
    }

    /** Whether an event can have several. */
    boolean isList() {
        return switch (this) {
            case EVENT, LOCATION, REPORTER -> false;
            case PERSON, MEDICATION, DEVICE -> true;
        };
    }

    /** Null where the taxonomy extends no such resource. */
    static Part of(String resource) {
        return BY_RESOURCE.get(resource);
    }
}
