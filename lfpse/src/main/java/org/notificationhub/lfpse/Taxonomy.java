package org.notificationhub.lfpse;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of one version: which questions there are, where each stands, and what may be answered. */
final class Taxonomy {

    private static final String SHAPE = "~";

    private final TaxonomyVersion version;
    private final Map<Part, Map<String, ExtensionTable>> extensions = new EnumMap<>(Part.class);
    private final Map<Part, Map<String, Question>> questions = new EnumMap<>(Part.class);
    private final Set<String> requiredElements = new HashSet<>();

    private static final Map<TaxonomyVersion, Taxonomy> READ = new ConcurrentHashMap<>();

    /** The tables of a version are read once. */
    static Taxonomy of(TaxonomyVersion version) {
        return READ.computeIfAbsent(version, Taxonomy::new);
    }

    private Taxonomy(TaxonomyVersion version) {
        this.version = version;
        for (var part : Part.values()) {
            extensions.put(part, new LinkedHashMap<>());
            questions.put(part, new LinkedHashMap<>());
        }
        var lists = codeLists(version.codeLists());
        Table.read(version.elements()).forEach(row -> add(row, lists));
    }

    TaxonomyVersion version() {
        return version;
    }

    Collection<ExtensionTable> extensions(Part part) {
        return extensions.get(part).values();
    }

    /** Null where the part has no such extension. */
    ExtensionTable extension(Part part, String name) {
        return name.isEmpty() ? null : extensions.get(part).get(name);
    }

    /** A question that stands on the resource itself, as a table of its own; null where the part has none of that name. */
    ExtensionTable element(Part part, String element) {
        var elements = extensions.get(part).get("");
        return elements != null && elements.byElement().containsKey(element) ? elements : null;
    }

    Collection<Question> questions(Part part) {
        return questions.get(part).values();
    }

    /** Null where the part has no such question. */
    Question question(Part part, String name) {
        return questions.get(part).get(name);
    }

    int mostPeople() {
        return extensions(Part.PERSON).stream().mapToInt(ExtensionTable::max).sum();
    }

    /** Whether the resource must have an element of FHIR's own. */
    boolean requires(String element) {
        return requiredElements.contains(element);
    }

    private void add(Table.Row row, Map<String, Map<String, String>> lists) {
        var part = Part.of(row.get("resource"));
        var extension = row.get("extension");
        var min = row.number("min");
        if (!row.get("question").isEmpty()) {
            addQuestion(question(part, row, lists));
        } else if (!extension.isEmpty()) {
            extensions
                    .get(part)
                    .put(extension, new ExtensionTable(extension, min, row.number("max"), new LinkedHashMap<>()));
        } else if (min > 0) {
            requiredElements.add(row.get("element"));
        }
    }

    private void addQuestion(Question question) {
        if (questions.get(question.part()).put(question.name(), question) != null) {
            throw new IllegalStateException("two questions of one name: " + question.name());
        }
        extensions
                .get(question.part())
                .computeIfAbsent(question.extension(), name -> new ExtensionTable(name, 0, 1, new LinkedHashMap<>()))
                .byElement()
                .put(question.element(), question);
    }

    private static Question question(Part part, Table.Row row, Map<String, Map<String, String>> lists) {
        return new Question(
                part,
                row.get("extension"),
                row.get("question"),
                row.get("element"),
                row.number("min"),
                row.number("max"),
                ValueType.valueOf(row.get("type").toUpperCase(Locale.ROOT)),
                codes(row.get("codes"), lists));
    }

    private static Codes codes(String codes, Map<String, Map<String, String>> lists) {
        if (codes.isEmpty()) {
            return new Codes.Any();
        }
        return codes.startsWith(SHAPE)
                ? new Codes.Shaped(Pattern.compile(codes.substring(SHAPE.length())))
                : new Codes.Listed(lists.get(codes));
    }

    private static Map<String, Map<String, String>> codeLists(String file) {
        return Table.read(file)
                .collect(Collectors.groupingBy(
                        row -> row.get("list"),
                        Collectors.toMap(
                                row -> row.get("code"),
                                row -> row.get("display"),
                                (one, other) -> one,
                                LinkedHashMap::new)));
    }
}
