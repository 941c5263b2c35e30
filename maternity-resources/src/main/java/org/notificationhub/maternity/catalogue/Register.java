package org.notificationhub.maternity.catalogue;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lines of the content may name. */
final class Register {

    private final Set<String> references;
    private final Set<Integer> regulations;
    private final Map<String, Framework> frameworkOf;
    private final List<Theme> themes;

    Register(Content content) {
        references = content.references().stream().map(Reference::id).collect(toSet());
        regulations = content.regulations().stream().map(Regulation::number).collect(toSet());
        frameworkOf = content.frameworks().stream()
                .flatMap(framework -> framework.criteria().stream().map(each -> Map.entry(each.id(), framework)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
        themes = content.themes();
    }

    boolean hasReference(String id) {
        return references.contains(id);
    }

    boolean hasRegulation(int number) {
        return regulations.contains(number);
    }

    /** Null where no framework has that criterion. */
    Framework frameworkOf(String criterion) {
        return frameworkOf.get(criterion);
    }

    boolean inForce(String criterion, LocalDate day) {
        var framework = frameworkOf.get(criterion);
        return framework == null || framework.validFrom() == null || day == null || framework.inForce(day);
    }

    /** Slugs of the themes that list a resource. */
    List<String> themesOf(String resource) {
        return themes.stream()
                .filter(theme -> theme.resources().contains(resource))
                .map(Theme::slug)
                .toList();
    }
}
