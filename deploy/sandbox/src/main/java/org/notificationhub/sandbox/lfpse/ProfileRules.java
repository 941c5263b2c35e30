package org.notificationhub.sandbox.lfpse;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What LfPSE's profile, version 6, asks of an AdverseEvent beyond being FHIR. */
@Singleton
class ProfileRules {

    private final ExtensionRules extensions = new ExtensionRules(new Taxonomy());

    List<Issue> check(AdverseEvent event) {
        var issues = new ArrayList<Issue>();
        checkProfile(event, issues);
        checkRequired(event, issues);
        checkReferences(event, issues);
        extensions.check("AdverseEvent", event, issues);
        for (var contained : event.getContained()) {
            checkContained(contained, issues);
        }
        return issues;
    }

    private static void checkProfile(AdverseEvent event, List<Issue> issues) {
        var profiles = event.getMeta().getProfile();
        if (profiles.size() != 1 || !Taxonomy.PROFILE.equals(profiles.get(0).getValue())) {
            issues.add(new Issue(
                    "profile", "AdverseEvent.meta.profile", "Name the profile of taxonomy version 6, and it alone"));
        }
    }

    private static void checkRequired(AdverseEvent event, List<Issue> issues) {
        if (!event.hasActuality()) {
            issues.add(required("AdverseEvent.actuality"));
        }
        if (!event.hasSubject()) {
            issues.add(required("AdverseEvent.subject"));
        }
        var code = event.getEvent().getCodingFirstRep().getCode();
        if (code == null) {
            issues.add(required("AdverseEvent.event.coding.code"));
        } else if (!Taxonomy.EVENT_TYPES.contains(code)) {
            issues.add(new Issue("event-type", "AdverseEvent.event.coding.code", "This is not an event type"));
        }
    }

    private static void checkReferences(AdverseEvent event, List<Issue> issues) {
        var contained = new LinkedHashMap<String, Resource>();
        event.getContained().forEach(resource -> contained.put(fragment(resource.getId()), resource));
        var used = new HashSet<String>();
        references(event).forEach((location, target) -> {
            var id = fragment(target.reference().getReference());
            used.add(id);
            if (!contained.containsKey(id)) {
                issues.add(new Issue("contained", location, "No contained resource has this id"));
            } else if (!target.types().contains(contained.get(id).fhirType())) {
                issues.add(new Issue("contained", location, "The contained resource is of another type"));
            }
        });
        contained.keySet().stream()
                .filter(id -> !used.contains(id))
                .forEach(id -> issues.add(
                        new Issue("dom-3", "AdverseEvent.contained", "Nothing refers to a contained resource")));
    }

    private record Target(Reference reference, Set<String> types) {}

    private static Map<String, Target> references(AdverseEvent event) {
        var references = new LinkedHashMap<String, Target>();
        references.put("AdverseEvent.subject", new Target(event.getSubject(), Set.of("Patient")));
        references.put("AdverseEvent.location", new Target(event.getLocation(), Set.of("Location")));
        references.put("AdverseEvent.recorder", new Target(event.getRecorder(), Set.of("Practitioner")));
        for (var i = 0; i < event.getSuspectEntity().size(); i++) {
            references.put(
                    "AdverseEvent.suspectEntity[" + i + "].instance",
                    new Target(event.getSuspectEntity().get(i).getInstance(), Set.of("Medication", "Device")));
        }
        references.values().removeIf(target -> !target.reference().hasReference());
        return references;
    }

    private void checkContained(Resource contained, List<Issue> issues) {
        if (contained instanceof DomainResource resource) {
            extensions.check(resource.fhirType(), resource, issues);
        }
        if (contained instanceof Patient patient
                && (patient.hasName()
                        || patient.hasIdentifier()
                        || patient.hasBirthDate()
                        || patient.hasTelecom()
                        || patient.hasAddress())) {
            issues.add(new Issue(
                    "no-identity", "Patient", "A patient has no name, number, birth date, contact or address"));
        }
    }

    private static Issue required(String location) {
        return new Issue("required", location, "The element is required");
    }

    private static String fragment(String id) {
        return id != null && id.startsWith("#") ? id.substring(1) : id;
    }
}
