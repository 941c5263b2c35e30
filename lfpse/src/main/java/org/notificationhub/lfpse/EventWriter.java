package org.notificationhub.lfpse;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;

/** Writes an event as an AdverseEvent of FHIR R4, its answers in the table's order: the same event is the same resource. */
final class EventWriter {

    private final Taxonomy taxonomy;
    private final Map<EventType, String> codes;
    private final boolean needsSubject;

    /** @param needsSubject whether there is a Patient even where nobody was affected */
    EventWriter(Taxonomy taxonomy, Map<EventType, String> codes, boolean needsSubject) {
        this.taxonomy = taxonomy;
        this.codes = codes;
        this.needsSubject = needsSubject;
    }

    AdverseEvent write(LfpseEvent event) {
        var resource = new AdverseEvent().setActuality(AdverseEventActuality.ACTUAL);
        resource.getMeta().addProfile(taxonomy.version().profile());
        resource.getEvent().addCoding().setCode(codes.get(event.type()));
        if (event.reference() != null) {
            resource.setIdentifier(new Identifier().setValue(event.reference()));
        }
        if (event.date() != null) {
            resource.setDateElement(new DateTimeType(event.date()));
        }
        extend(resource, Part.EVENT, event.event());
        contain(resource, event);
        return resource;
    }

    private void contain(AdverseEvent resource, LfpseEvent event) {
        if (!event.location().isEmpty()) {
            resource.setLocation(
                    contain(resource, extend(new Location(), Part.LOCATION, event.location()), "location1"));
        }
        if (!event.reporter().isEmpty()) {
            resource.setRecorder(
                    contain(resource, extend(new Practitioner(), Part.REPORTER, event.reporter()), "practitioner1"));
        }
        if (needsSubject || !event.people().isEmpty()) {
            resource.setSubject(contain(resource, patient(event.people()), "patient1"));
        }
        for (var medication : event.medications()) {
            suspect(resource, medication(medication), "medication");
        }
        for (var device : event.devices()) {
            suspect(resource, device(device), "device");
        }
    }

    private Patient patient(List<Answers> people) {
        var patient = new Patient();
        people.forEach(person -> extend(patient, Part.PERSON, person));
        return patient;
    }

    private DomainResource medication(Medication medication) {
        var resource = new org.hl7.fhir.r4.model.Medication();
        if (medication.name() != null) {
            resource.setCode(new CodeableConcept().setText(medication.name()));
        }
        return extend(resource, Part.MEDICATION, medication.answers());
    }

    private DomainResource device(Device device) {
        var resource = new org.hl7.fhir.r4.model.Device()
                .setManufacturer(device.manufacturer())
                .setModelNumber(device.model())
                .setSerialNumber(device.serial());
        return extend(resource, Part.DEVICE, device.answers());
    }

    private static void suspect(AdverseEvent resource, DomainResource suspect, String kind) {
        var number = resource.getContained().stream()
                .filter(contained -> contained.fhirType().equals(suspect.fhirType()))
                .count();
        resource.addSuspectEntity().setInstance(contain(resource, suspect, kind + (number + 1)));
    }

    private static Reference contain(AdverseEvent event, DomainResource resource, String id) {
        resource.setId(id);
        event.addContained(resource);
        return new Reference("#" + id);
    }

    private DomainResource extend(DomainResource resource, Part part, Answers answers) {
        for (var table : taxonomy.extensions(part)) {
            if (table.name().isEmpty()) {
                answer(table, answers).forEach(resource::addExtension);
            } else if (table.questions().stream().anyMatch(question -> answers.has(question.name()))) {
                var extension =
                        resource.addExtension().setUrl(taxonomy.version().url(table.name()));
                answer(table, answers).forEach(extension::addExtension);
            }
        }
        return resource;
    }

    private static List<Extension> answer(ExtensionTable table, Answers answers) {
        return table.questions().stream()
                .flatMap(question -> answers.all(question.name()).stream()
                        .map(answer -> new Extension(
                                question.element(), question.type().write(answer))))
                .toList();
    }
}
