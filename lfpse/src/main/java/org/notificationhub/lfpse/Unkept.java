package org.notificationhub.lfpse;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;

/** What FHIR allows, but an event as answers has no place for: it would not be passed on. */
final class Unkept {

    /** LfPSE numbers versions and times itself; an extension has its own rules. */
    private static final Set<String> KEPT = Set.of("id", "meta", "contained", "extension");

    private static final Set<String> OF_EVENT = Set.of(
            "identifier.value",
            "actuality",
            "event.coding.code",
            "subject.reference",
            "date",
            "location.reference",
            "recorder.reference",
            "suspectEntity.instance.reference");
    private static final Set<String> OF_MEDICATION = Set.of("code.text");
    private static final Set<String> OF_DEVICE = Set.of("manufacturer", "modelNumber", "serialNumber");

    private static final Set<String> IDENTITY =
            Set.of("name", "identifier", "telecom", "birthDate", "address", "photo", "contact");

    private final FhirShape shape;

    Unkept(FhirShape shape) {
        this.shape = shape;
    }

    static void add(String location, Faults faults) {
        faults.warning("not-kept", location, null, "The taxonomy does not ask for this, and it is not passed on");
    }

    void find(Place place, Resource resource, Faults faults) {
        for (var property : resource.children()) {
            var name = property.getName();
            if (property.hasValues() && !KEPT.contains(name)) {
                find(place, name, property.getValues(), faults);
            }
        }
    }

    private void find(Place place, String name, List<Base> values, Faults faults) {
        var location = place.resource() + "." + shape.name(place.part().resource, name);
        if (name.equals("modifierExtension")) {
            faults.error("modifier", location, null, "What changes the meaning of the rest cannot be passed over");
        } else if (place.part() == Part.PERSON && IDENTITY.contains(name)) {
            faults.error(
                    "no-identity", location, null, "A patient has no name, number, birth date, contact or address");
        } else {
            values.forEach(value -> find(kept(place.part()), name, value, location, faults));
        }
    }

    private static void find(Set<String> kept, String path, Base value, String location, Faults faults) {
        if (kept.contains(path)) {
            return;
        }
        if (kept.stream().noneMatch(each -> each.startsWith(path + "."))) {
            add(location, faults);
            return;
        }
        for (var property : value.children()) {
            for (var each : property.getValues()) {
                find(kept, path + "." + property.getName(), each, location + "." + property.getName(), faults);
            }
        }
    }

    private static Set<String> kept(Part part) {
        return switch (part) {
            case EVENT -> OF_EVENT;
            case LOCATION, REPORTER, PERSON -> Set.of();
            case MEDICATION -> OF_MEDICATION;
            case DEVICE -> OF_DEVICE;
        };
    }
}
