package org.notificationhub.sandbox.lfpse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.notificationhub.sandbox.lfpse.Taxonomy.Element;

/** The extensions of a resource against the taxonomy: which, how often, with what type of value, and which codes. */
final class ExtensionRules {

    private final Taxonomy taxonomy;

    ExtensionRules(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    void check(String resource, DomainResource element, List<Issue> issues) {
        var byUrl = element.getExtension().stream().collect(Collectors.groupingBy(Extension::getUrl));
        byUrl.keySet().stream()
                .filter(url -> nameOf(url) == null)
                .forEach(url -> issues.add(new Issue(
                        "extension-version", resource + ".extension", "Every extension is one of taxonomy version 6")));
        var known = taxonomy.extensions(resource);
        byUrl.keySet().stream()
                .map(ExtensionRules::nameOf)
                .filter(name -> name != null && !known.containsKey(name))
                .forEach(name -> issues.add(new Issue(
                        "extension-unknown", resource + ".extension", "The taxonomy has no such extension here")));
        known.forEach((name, allowed) -> {
            var found = byUrl.getOrDefault(Taxonomy.BASE + name + Taxonomy.VERSION, List.of());
            var location = resource + ".extension('" + name + "')";
            checkCount(found.size(), allowed, location, issues);
            found.forEach(each -> checkElements(each, taxonomy.elements(resource, name), location, issues));
        });
    }

    private void checkElements(Extension parent, Map<String, Element> elements, String at, List<Issue> issues) {
        var byName = parent.getExtension().stream().collect(Collectors.groupingBy(Extension::getUrl));
        byName.keySet().stream()
                .filter(name -> !elements.containsKey(name))
                .forEach(name -> issues.add(new Issue("element-unknown", at, "The extension has no such element")));
        elements.values().stream().filter(element -> !element.name().isEmpty()).forEach(element -> {
            var found = byName.getOrDefault(element.name(), List.of());
            var location = at + "." + element.name();
            checkCount(found.size(), element, location, issues);
            found.forEach(each -> checkValue(each, element, location, issues));
        });
    }

    private static void checkCount(int found, Element allowed, String location, List<Issue> issues) {
        if (found < allowed.min()) {
            issues.add(new Issue("required", location, "The element is required"));
        } else if (found > allowed.max()) {
            issues.add(new Issue("too-many", location, "At most " + allowed.max()));
        }
    }

    private void checkValue(Extension element, Element allowed, String location, List<Issue> issues) {
        var value = element.getValue();
        if (value == null || !value.hasPrimitiveValue() || !value.fhirType().equals(allowed.type())) {
            issues.add(new Issue("value-type", location, "The value is a " + allowed.type()));
        } else if (allowed.type().equals("code") && !taxonomy.allows(allowed, value.primitiveValue())) {
            issues.add(new Issue("code", location, "The code is not in the list"));
        }
    }

    /** Null where the URL is not one of this taxonomy version. */
    private static String nameOf(String url) {
        return url.startsWith(Taxonomy.BASE) && url.endsWith(Taxonomy.VERSION)
                ? url.substring(Taxonomy.BASE.length(), url.length() - Taxonomy.VERSION.length())
                : null;
    }
}
