package org.notificationhub.lfpse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;

/** Reads the answers out of an AdverseEvent, and finds what is wrong with the resource as such. */
final class EventReader {

    private final Taxonomy taxonomy;
    private final FhirShape shape;
    private final Map<String, EventType> types;
    private final ExtensionReader extensions;
    private final Unkept unkept;

    EventReader(Taxonomy taxonomy, FhirShape shape, Map<EventType, String> codes) {
        this.taxonomy = taxonomy;
        this.shape = shape;
        this.types = codes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        this.extensions = new ExtensionReader(taxonomy);
        this.unkept = new Unkept(shape);
    }

    LfpseEvent read(AdverseEvent resource, Faults faults) {
        checkProfile(resource, faults);
        checkActuality(resource, faults);
        var subjectMissing = !resource.hasSubject() && taxonomy.requires("subject");
        if (subjectMissing) {
            faults.error("required", Subject.OF_PEOPLE, null, "The element is required");
        }
        var contained = new Contained(resource, faults);
        var event = LfpseEvent.of(type(resource, faults))
                .withReference(resource.getIdentifier().getValue())
                .withDate(resource.getDateElement().getValueAsString())
                .withEvent(answers(Place.of(Part.EVENT), resource, faults))
                .withPeople(people(contained, resource, faults))
                .withLocation(answers(
                        Place.of(Part.LOCATION),
                        contained.follow(resource.getLocation(), "AdverseEvent.location", Part.LOCATION),
                        faults))
                .withReporter(answers(
                        Place.of(Part.REPORTER),
                        contained.follow(resource.getRecorder(), "AdverseEvent.recorder", Part.REPORTER),
                        faults));
        var complete = withSuspects(event, contained, resource, faults);
        contained.checkAllUsed(subjectMissing);
        return complete;
    }

    private void checkProfile(AdverseEvent resource, Faults faults) {
        var profiles = resource.getMeta().getProfile();
        var profile = taxonomy.version().profile();
        if (profiles.size() != 1 || !profile.equals(profiles.get(0).getValue())) {
            faults.error(
                    "profile",
                    "AdverseEvent.meta.profile",
                    null,
                    "Name the profile of taxonomy version " + taxonomy.version().number() + ", and it alone");
        }
    }

    private void checkActuality(AdverseEvent resource, Faults faults) {
        var location = "AdverseEvent." + shape.name("AdverseEvent", "actuality");
        if (resource.hasActuality() && resource.getActuality() != AdverseEventActuality.ACTUAL) {
            Unkept.add(location, faults);
        } else if (!resource.hasActuality() && taxonomy.requires(shape.name("AdverseEvent", "actuality"))) {
            faults.error("required", location, null, "The element is required");
        }
    }

    /** Null where it is not known. */
    private EventType type(AdverseEvent resource, Faults faults) {
        var location = "AdverseEvent." + shape.name("AdverseEvent", "event") + ".coding.code";
        var codings = resource.getEvent().getCoding();
        var code = codings.isEmpty() ? null : codings.get(0).getCode();
        if (code == null) {
            faults.error("required", location, "/event", "The element is required");
        } else if (codings.size() > 1) {
            faults.error("too-many", location, null, "An event is of one type");
        } else if (!types.containsKey(code)) {
            faults.error("event-type", location, "/event", "This is not an event type");
        }
        return types.get(code);
    }

    private List<Answers> people(Contained contained, AdverseEvent resource, Faults faults) {
        var patient = contained.follow(resource.getSubject(), Subject.OF_PEOPLE, Part.PERSON);
        if (patient == null) {
            return List.of();
        }
        unkept.find(Place.of(Part.PERSON), patient, faults);
        return extensions.people(patient, faults);
    }

    private Answers answers(Place place, DomainResource resource, Faults faults) {
        if (resource == null) {
            return Answers.none();
        }
        unkept.find(place, resource, faults);
        return extensions.answers(place, resource, faults);
    }

    private LfpseEvent withSuspects(LfpseEvent event, Contained contained, AdverseEvent resource, Faults faults) {
        var medications = new ArrayList<org.notificationhub.lfpse.Medication>();
        var devices = new ArrayList<org.notificationhub.lfpse.Device>();
        for (var i = 0; i < resource.getSuspectEntity().size(); i++) {
            var location = "AdverseEvent.suspectEntity[" + i + "].instance";
            var reference = resource.getSuspectEntity().get(i).getInstance();
            if (reference.isEmpty()) {
                faults.error("required", location, null, "The element is required");
            }
            var suspect = contained.follow(reference, location, Part.MEDICATION, Part.DEVICE);
            if (suspect instanceof Medication medication) {
                medications.add(read(medication, medications.size(), faults));
            } else if (suspect instanceof Device device) {
                devices.add(read(device, devices.size(), faults));
            }
        }
        return event.withMedications(medications).withDevices(devices);
    }

    private org.notificationhub.lfpse.Medication read(Medication medication, int number, Faults faults) {
        var answers = answers(new Place(Part.MEDICATION, number), medication, faults);
        return new org.notificationhub.lfpse.Medication(
                answers, medication.getCode().getText());
    }

    private org.notificationhub.lfpse.Device read(Device device, int number, Faults faults) {
        var answers = answers(new Place(Part.DEVICE, number), device, faults);
        return new org.notificationhub.lfpse.Device(
                answers, device.getManufacturer(), device.getModelNumber(), device.getSerialNumber());
    }
}
