package org.notificationhub.local.reproduce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.notificationhub.local.reproduce.Computed.OfModality;
import org.notificationhub.local.reproduce.Computed.Share;
import org.notificationhub.local.reproduce.Vocabulary.Kind;

/** What the hub answered, in the words of what was published; what has no such word keeps the hub's own. */
public final class ComputedFigures {

    private static final String NOT_KNOWN = "NOT_KNOWN";

    private final Map<Modality, Map<List<String>, List<String>>> tiers = new EnumMap<>(Modality.class);
    private final Map<Modality, Map<String, String>> subModalities = new EnumMap<>(Modality.class);

    public ComputedFigures(Margins margins, Vocabulary vocabulary) {
        for (var modality : Modality.values()) {
            tiers.put(modality, new HashMap<>());
            subModalities.put(modality, new HashMap<>());
        }
        for (var part : margins.errors()) {
            for (var depth = 1; depth <= part.path().size(); depth++) {
                var words = part.path().subList(0, depth);
                tiers.get(part.modality()).put(vocabulary.codes(Kind.TIER, part.modality(), words), words);
            }
        }
        margins.subModalities().stream()
                .filter(part -> !part.path().isEmpty())
                .forEach(part -> subModalities
                        .get(part.modality())
                        .put(
                                vocabulary
                                        .codes(Kind.SUB_MODALITY, part.modality(), part.path())
                                        .get(0),
                                part.path().get(0)));
    }

    /** @param subModalityBook the table of sub-modalities, as figures are given out */
    public Computed of(JsonNode year, JsonNode errors, JsonNode subModalityBook) {
        var modalities = new EnumMap<Modality, OfModality>(Modality.class);
        for (var each : year.path("modalities")) {
            Modality.of(each.path("modality").asText())
                    .ifPresent(modality -> modalities.put(
                            modality,
                            new OfModality(
                                    each.path("count").intValue(),
                                    number(each.path("percent")),
                                    number(each.path("nhsCount")),
                                    number(each.path("nhsPercent")))));
        }
        return new Computed(year.path("total").intValue(), modalities, subModalities(subModalityBook), errors(errors));
    }

    private Map<Modality, Map<List<String>, Integer>> errors(JsonNode errors) {
        var found = new EnumMap<Modality, Map<List<String>, Integer>>(Modality.class);
        for (var each : errors.path("modalities")) {
            Modality.of(each.path("modality").asText()).ifPresent(modality -> {
                var paths = new LinkedHashMap<List<String>, Integer>();
                addErrors(paths, tiers.get(modality), List.of(), each.path("tier1"));
                found.put(modality, paths);
            });
        }
        return found;
    }

    private static void addErrors(
            Map<List<String>, Integer> found,
            Map<List<String>, List<String>> words,
            List<String> above,
            JsonNode nodes) {
        for (var node : nodes) {
            var path = new ArrayList<>(above);
            path.add(node.path("code").asText());
            found.put(words.getOrDefault(path, path), node.path("count").intValue());
            addErrors(found, words, path, node.path("children"));
        }
    }

    private Map<Modality, Map<String, Share>> subModalities(JsonNode book) {
        var found = new EnumMap<Modality, Map<String, Share>>(Modality.class);
        for (var row : book.at("/tables/0/rows")) {
            var code = row.get("subModality").asText();
            Modality.of(row.get("modality").asText())
                    .filter(modality -> !code.equals(NOT_KNOWN))
                    .ifPresent(modality -> found.computeIfAbsent(modality, first -> new LinkedHashMap<>())
                            .put(
                                    subModalities.get(modality).getOrDefault(code, code),
                                    new Share(row.get("count").intValue(), number(row.get("percent")))));
        }
        return found;
    }

    private static Integer number(JsonNode node) {
        return node.isNumber() ? node.intValue() : null;
    }
}
