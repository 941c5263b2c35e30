package org.notificationhub.irmer.report;

import static org.notificationhub.irmer.figure.Shorthand.NOT_APPLICABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.irmer.report.ErrorTree.Node;

/** Trees of errors as one table, in which every notification of a modality is in one row. */
final class ErrorTable {

    private static final String AWAITING_REVIEW = "AWAITING_REVIEW";
    private static final String NOT_CLASSIFIED_FURTHER = "NOT_CLASSIFIED_FURTHER";

    private static final List<Column> COLUMNS = List.of(
            Column.code("modality", "Modality code"),
            Column.label("modalityLabel", "Modality"),
            Column.code("tier1", "Tier 1 code"),
            Column.label("tier1Label", "Tier 1: from whom the error arose"),
            Column.code("tier2", "Tier 2 code"),
            Column.label("tier2Label", "Tier 2: where in the pathway"),
            Column.code("tier3", "Tier 3 code"),
            Column.label("tier3Label", "Tier 3: what went wrong"),
            Column.count("count", "Notifications"),
            Column.percent("percent", "Share of the modality"));

    private ErrorTable() {}

    static FigureTable of(AnnualTables tables, List<ErrorTree> trees) {
        var rows = new ArrayList<List<Value>>();
        for (var tree : trees) {
            tree.nodes().forEach(node -> addRows(rows, tree, List.of(), node));
            if (tree.awaitingReview() > 0) {
                rows.add(row(tree, List.of(), AWAITING_REVIEW, "Awaiting review", tree.awaitingReview()));
            }
        }
        return new FigureTable(
                "errors",
                "What went wrong, %s".formatted(tables.year()),
                finding(tables, trees),
                COLUMNS,
                rows,
                Notes.of(
                                Rounding.NEAREST,
                                "Tiers are assigned at the review, which follows the notification. Shares are of all"
                                        + " notifications of the modality, those awaiting review among them.",
                                "The same word under another tier is another error; only the whole path says which.")
                        .provisional(tables.report(), true)
                        .all());
    }

    private static void addRows(List<List<Value>> rows, ErrorTree tree, List<Node> parents, Node node) {
        var path = new ArrayList<>(parents);
        path.add(node);
        if (path.size() == ErrorTree.TIERS) {
            rows.add(row(tree, path, null, null, node.count()));
            return;
        }
        node.children().forEach(child -> addRows(rows, tree, path, child));
        if (node.notClassifiedFurther() > 0) {
            rows.add(row(tree, path, NOT_CLASSIFIED_FURTHER, "Not classified further", node.notClassifiedFurther()));
        }
    }

    /** @param end what stands after the path where it ends before tier 3 */
    private static List<Value> row(ErrorTree tree, List<Node> path, String end, String endLabel, int count) {
        var row = new ArrayList<>(tree.modality().values());
        path.forEach(node -> {
            row.add(Value.of(node.code()));
            row.add(Value.of(node.label()));
        });
        if (end != null) {
            row.add(Value.of(end));
            row.add(Value.of(endLabel));
        }
        while (row.size() < COLUMNS.size() - 2) {
            row.add(Value.missing(NOT_APPLICABLE));
        }
        row.add(Value.of(count));
        row.add(Value.of(Rounding.percent(count, tree.count())));
        return row;
    }

    private static String finding(AnnualTables tables, List<ErrorTree> trees) {
        var sentences =
                trees.stream().map(ErrorTable::finding).filter(Objects::nonNull).toList();
        return sentences.isEmpty()
                ? "No notification of %s has been classified.".formatted(tables.year())
                : String.join(" ", sentences);
    }

    private static String finding(ErrorTree tree) {
        return tree.nodes().isEmpty()
                ? null
                : "%s: most often from %s, in %s."
                        .formatted(
                                tree.modality().label(),
                                tree.nodes().get(0).label(),
                                ReportTexts.shareOfNotifications(
                                        tree.nodes().get(0).count(), tree.count()));
    }
}
