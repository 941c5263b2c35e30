package org.notificationhub.maternity.catalogue;

import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The catalogue as it is served. It cannot be made from content that breaks a rule. */
public final class ResourceCatalogue {

    private final Content content;
    private final Map<String, Theme> themes;
    private final Map<String, Resource> resources;
    private final Map<String, Reference> references;
    private final Map<String, Assessed> criteria;

    public ResourceCatalogue(Content content) {
        var faults = ContentRules.faults(content);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("The content cannot be served:\n"
                    + faults.stream().map(ContentFault::toString).collect(joining("\n")));
        }
        this.content = content;
        this.themes = by(content.themes(), Theme::slug);
        this.resources = by(content.resources(), Resource::slug);
        this.references = by(content.references(), Reference::id);
        this.criteria = content.frameworks().stream()
                .flatMap(framework -> framework.criteria().stream().map(each -> new Assessed(framework, each)))
                .collect(toUnmodifiableMap(assessed -> assessed.criterion().id(), identity()));
    }

    /** As its files say it. */
    public Content content() {
        return content;
    }

    public String notice() {
        return content.notice();
    }

    public List<Theme> themes() {
        return content.themes();
    }

    public Optional<Theme> theme(String slug) {
        return Optional.ofNullable(themes.get(slug));
    }

    /** In the order of the themes and, within one, of its list. */
    public List<Resource> resources() {
        return content.resources();
    }

    public Optional<Resource> resource(String slug) {
        return Optional.ofNullable(resources.get(slug));
    }

    /** Newest first; empty where no resource has that slug. */
    public List<Resource> versions(String slug) {
        return Stream.concat(content.earlier().stream(), content.resources().stream())
                .filter(version -> version.slug().equals(slug))
                .sorted(comparingInt(Resource::version).reversed())
                .toList();
    }

    public Optional<Resource> version(String slug, int number) {
        return versions(slug).stream()
                .filter(version -> version.version() == number)
                .findFirst();
    }

    public List<Framework> frameworks() {
        return content.frameworks();
    }

    public List<Regulation> regulations() {
        return content.regulations();
    }

    public Reference reference(String id) {
        return references.get(id);
    }

    public Assessed criterion(String id) {
        return criteria.get(id);
    }

    public ReviewFigures reviewFigures() {
        return content.reviewFigures();
    }

    /** A criterion and the framework it is part of. */
    public record Assessed(Framework framework, Criterion criterion) {}

    private static <T> Map<String, T> by(List<T> all, Function<T, String> id) {
        return all.stream().collect(toUnmodifiableMap(id, identity()));
    }
}
