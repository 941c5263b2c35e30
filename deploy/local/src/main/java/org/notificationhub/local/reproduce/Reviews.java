package org.notificationhub.local.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.notificationhub.local.reproduce.Vocabulary.Kind;

/** What the regulator's review finds of notifications that were made, as the hub takes it: CSV, one a line. */
public record Reviews(String csv, int size) {

    private static final String HEADER = "id,sub_modality,tier1,tier2,tier3\n";
    private static final int TIERS = 3;

    /** @param ids the hub's, by reference */
    public static Reviews of(List<MadeNotification> made, Map<String, String> ids, Vocabulary vocabulary) {
        var reviewed = made.stream().filter(MadeNotification::isReviewed).toList();
        return new Reviews(
                reviewed.stream()
                        .map(each -> row(ids.get(each.reference()), each, vocabulary))
                        .collect(Collectors.joining("\n", HEADER, "\n")),
                reviewed.size());
    }

    private static String row(String id, MadeNotification made, Vocabulary vocabulary) {
        var cells = new ArrayList<>(List.of(id));
        cells.add(
                made.subModality() == null
                        ? ""
                        : vocabulary
                                .codes(Kind.SUB_MODALITY, made.modality(), List.of(made.subModality()))
                                .get(0));
        cells.addAll(vocabulary.codes(Kind.TIER, made.modality(), made.tiers()));
        while (cells.size() < 2 + TIERS) {
            cells.add("");
        }
        return String.join(",", cells);
    }
}
