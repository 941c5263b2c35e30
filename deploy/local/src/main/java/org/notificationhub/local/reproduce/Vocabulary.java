package org.notificationhub.local.reproduce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The codes for the words of published figures: the hub's own where it has that word, made of the word where it has not. */
public final class Vocabulary {

    public enum Kind {
        SUB_MODALITY,
        TIER
    }

    private static final int LONGEST_CODE = 60;

    private final ReportingYear year;
    private final List<Term> terms;
    private final Map<Word, Term> missing = new LinkedHashMap<>();

    /** @param terms as the hub lists them, of every year */
    public Vocabulary(ReportingYear year, JsonNode terms) {
        this.year = year;
        this.terms =
                StreamSupport.stream(terms.spliterator(), false).map(Term::of).toList();
    }

    /** @param words from the uppermost down */
    public List<String> codes(Kind kind, Modality modality, List<String> words) {
        var codes = new ArrayList<String>();
        for (var word : words) {
            var known = find(kind, modality, codes, word);
            codes.add(known.map(Term::code).orElseGet(() -> code(word)));
            if (known.isEmpty() || !known.get().isValidIn(year)) {
                var path = List.copyOf(codes);
                missing.putIfAbsent(
                        new Word(kind, modality, path), new Term(kind.name(), modality.name(), path, word, null, null));
            }
        }
        return codes;
    }

    /** The words asked for so far that the hub does not have in that year, those above first, ready to be added. */
    public List<ObjectNode> missing(String source) {
        return missing.values().stream().map(term -> toAdd(term, source)).toList();
    }

    private ObjectNode toAdd(Term term, String source) {
        var add = JsonNodeFactory.instance.objectNode();
        add.put("kind", term.kind).put("modality", term.modality);
        var path = add.putArray("path");
        term.path.forEach(path::add);
        return add.put("label", term.label)
                .put("firstYear", year.toString())
                .put("lastYear", year.toString())
                .put("source", source);
    }

    /** One that is valid in the year goes before one of other years. */
    private Optional<Term> find(Kind kind, Modality modality, List<String> above, String word) {
        var found = terms.stream()
                .filter(term -> term.kind.equals(kind.name()) && modality.name().equals(term.modality))
                .filter(term -> term.path.size() == above.size() + 1
                        && term.path.subList(0, above.size()).equals(above))
                .filter(term -> term.label.equalsIgnoreCase(word))
                .toList();
        return found.stream()
                .filter(term -> term.isValidIn(year))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static String code(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}'’]", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        var code = plain.matches("[A-Z].*") ? plain : "X_" + plain;
        return code.substring(0, Math.min(LONGEST_CODE, code.length()));
    }

    private record Word(Kind kind, Modality modality, List<String> path) {}

    private record Term(
            String kind, String modality, List<String> path, String label, String firstYear, String lastYear) {

        static Term of(JsonNode term) {
            return new Term(
                    term.path("kind").asText(),
                    term.path("modality").textValue(),
                    StreamSupport.stream(term.path("path").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList(),
                    term.path("label").asText(),
                    term.path("firstYear").asText(),
                    term.path("lastYear").textValue());
        }

        String code() {
            return path.get(path.size() - 1);
        }

        /** Written {@code 2023/24}, years are in the order of their text. */
        boolean isValidIn(ReportingYear year) {
            return firstYear.compareTo(year.toString()) <= 0
                    && (lastYear == null || year.toString().compareTo(lastYear) <= 0);
        }
    }
}
