package org.notificationhub.sandbox.lfpse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The extensions of taxonomy version 6 and the codes they take.
 *
 * <p>Elements are those of version 5 with the additions and the one renaming that a public version 6 integration shows.
 * Code lists are those of version 5: the lists of 6 are not public, and the codes that could be compared are the same.
 */
final class Taxonomy {

    static final String BASE =
            "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/";
    static final String VERSION = "-6";
    static final String PROFILE = BASE + "patient-safety-adverse-event" + VERSION;
    static final String REFERENCE_METADATA = BASE + "adverse-event-reference-metadata" + VERSION;

    /** 1 Incident and 4 Good care; which of 2 and 3 is Risk and which Outcome is not confirmed. */
    static final Set<String> EVENT_TYPES = Set.of("1", "2", "3", "4");

    private static final String ORGANISATIONS = "ods-codes-5";
    private static final Pattern ORGANISATION = Pattern.compile("[A-Z0-9]{3,10}");

    /** @param type of the value, as in FHIR; empty for an extension as a whole */
    record Element(String name, int min, int max, String type, String codes) {}

    private final Map<String, Map<String, Element>> elements = new HashMap<>();
    private final Map<String, Set<String>> codeLists = new HashMap<>();

    Taxonomy() {
        rows("/lfpse/profile-elements.csv")
                .forEach(row -> elements.computeIfAbsent(row[0] + "." + row[1], key -> new HashMap<>())
                        .put(
                                row[2],
                                new Element(
                                        row[2], Integer.parseInt(row[3]), Integer.parseInt(row[4]), row[5], row[6])));
        rows("/lfpse/code-lists-v5.csv")
                .forEach(row -> codeLists
                        .computeIfAbsent(row[0], key -> new HashSet<>())
                        .add(row[1]));
    }

    /** By name; the extension itself is under the empty name. Empty where the resource has no such extension. */
    Map<String, Element> elements(String resource, String extension) {
        return elements.getOrDefault(resource + "." + extension, Map.of());
    }

    Map<String, Element> extensions(String resource) {
        var extensions = new HashMap<String, Element>();
        elements.forEach((key, value) -> {
            if (key.startsWith(resource + ".")) {
                extensions.put(key.substring(resource.length() + 1), value.get(""));
            }
        });
        return extensions;
    }

    boolean allows(Element element, String code) {
        return switch (element.codes()) {
            case "" -> !code.isBlank();
            case ORGANISATIONS -> ORGANISATION.matcher(code).matches();
            default -> codeLists.get(element.codes()).contains(code);
        };
    }

    /** The last column is left as it stands: in the code lists it is a display text with commas. */
    private static List<String[]> rows(String file) {
        try (var in = Taxonomy.class.getResourceAsStream(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var columns = lines.readLine().split(",").length;
            return lines.lines().map(line -> line.split(",", columns)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
