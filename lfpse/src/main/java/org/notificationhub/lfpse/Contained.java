package org.notificationhub.lfpse;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The contained resources of an event: each is referred to, and each reference leads to one. */
final class Contained {

    private final Map<String, Resource> byReference = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Faults faults;
    private boolean broken;

    Contained(AdverseEvent event, Faults faults) {
        this.faults = faults;
        for (var resource : event.getContained()) {
            var id = resource.getId();
            var earlier = byReference.putIfAbsent(id == null || id.startsWith("#") ? id : "#" + id, resource);
            if (earlier != null) {
                faults.error("contained", "AdverseEvent.contained", null, "Two contained resources have one id");
            }
        }
    }

    /** Null where there is no reference, or a wrong one. */
    DomainResource follow(Reference reference, String location, Part... allowed) {
        if (reference.isEmpty()) {
            return null;
        }
        var target = byReference.get(reference.getReference());
        if (target == null) {
            return broken(location, "No contained resource has this id");
        }
        used.add(reference.getReference());
        if (!List.of(allowed).contains(Part.of(target.fhirType()))) {
            return broken(location, "The contained resource is of another type");
        }
        return (DomainResource) target;
    }

    private DomainResource broken(String location, String text) {
        faults.error("contained", location, null, text);
        broken = true;
        return null;
    }

    /** Where a reference is broken or missing, what it should lead to stands alone for that reason only. */
    void checkAllUsed(boolean referencesMissing) {
        if (broken || referencesMissing) {
            return;
        }
        byReference.keySet().stream()
                .filter(reference -> !used.contains(reference))
                .forEach(reference -> faults.error(
                        "dom-3", "AdverseEvent.contained", null, "Nothing refers to a contained resource"));
    }
}
