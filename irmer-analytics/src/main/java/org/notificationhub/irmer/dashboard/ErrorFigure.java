package org.notificationhub.irmer.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.irmer.report.ErrorTree;
import org.notificationhub.irmer.report.ErrorTree.Node;

/** What went wrong, tier by tier, as a tree in which every number leads to its events. */
final class ErrorFigure {

    private static final List<Column> COLUMNS = List.of(
            Column.code("depth", "Depth"),
            Column.code("href", "Events"),
            Column.label("label", "What went wrong"),
            Column.count("count", "Notifications"),
            Column.percent("percent", "Share of the modality"));

    private ErrorFigure() {}

    static Figure of(Shown shown) {
        var tables = shown.tables();
        var trees = tables.scopes(shown.modality()).stream()
                .map(tables::errorTree)
                .filter(tree -> tree.count() > 0)
                .toList();
        var table = tables.errors(tables.scopes(shown.modality()));
        return new Figure(
                "errors",
                "What went wrong",
                table.finding(),
                shown.subtitle("Notifications, and share of the modality, by the tier found at review"),
                chart(trees),
                new Columns()
                        .with("label", "Modality, then tiers 1, 2 and 3")
                        .linked("count", "Notifications", row -> row.code("href"))
                        .with("percent", "Share of the modality")
                        .inTree(row -> row.number("depth").intValue())
                        .of(table.title(), rows(shown, trees)),
                false,
                shown.file(shown.modality() == null ? "/errors.csv" : "/errors.csv?modality=" + shown.scope()),
                shown.file(shown.modality() == null ? "/errors.ods" : "/errors.ods?modality=" + shown.scope()),
                table.notes());
    }

    private static Chart chart(List<ErrorTree> trees) {
        var bars = Bars.of();
        for (var tree : trees) {
            if (!tree.nodes().isEmpty()) {
                bars.group(tree.modality().label());
            }
            tree.nodes()
                    .forEach(node -> bars.label(node.label())
                            .bar(1, node.count(), "%,d (%d%%)".formatted(node.count(), node.percent())));
        }
        return bars.chart("reviewed notifications by whom the error arose from");
    }

    private static List<FigureRow> rows(Shown shown, List<ErrorTree> trees) {
        var rows = new ArrayList<FigureRow>();
        for (var tree : trees) {
            var drill = shown.drill().in(tree.modality().code());
            rows.add(row(0, tree.modality().label(), tree.count(), tree, drill.to()));
            tree.nodes().forEach(node -> addNode(rows, tree, drill, List.of(), node));
            if (tree.awaitingReview() > 0) {
                var awaiting = drill.to("awaitingClassification", "true");
                rows.add(row(1, "Awaiting review", tree.awaitingReview(), tree, awaiting));
            }
        }
        return rows;
    }

    private static void addNode(List<FigureRow> rows, ErrorTree tree, Drill drill, List<String> parents, Node node) {
        var path = new ArrayList<>(parents);
        path.add(node.code());
        rows.add(row(path.size(), node.label(), node.count(), tree, events(drill, path)));
        node.children().forEach(child -> addNode(rows, tree, drill, path, child));
        if (node.notClassifiedFurther() > 0 && !node.children().isEmpty()) {
            path.add("NOT_STATED");
            var events = events(drill, path);
            rows.add(row(path.size(), "Not classified further", node.notClassifiedFurther(), tree, events));
        }
    }

    private static String events(Drill drill, List<String> path) {
        var conditions = new String[2 * path.size()];
        for (var tier = 0; tier < path.size(); tier++) {
            conditions[2 * tier] = "tier" + (tier + 1);
            conditions[2 * tier + 1] = path.get(tier);
        }
        return drill.to(conditions);
    }

    private static FigureRow row(int depth, String label, int count, ErrorTree tree, String href) {
        return new FigureRow(
                COLUMNS,
                List.of(
                        Value.of(depth),
                        Value.of(href),
                        Value.of(label),
                        Value.of(count),
                        Value.of(tree.percent(count))));
    }
}
