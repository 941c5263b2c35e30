package org.notificationhub.irmer.report;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.notificationhub.irmer.classification.TermKind;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.count.Dimension;

/**
 * What went wrong in a modality, as reviews found it: from whom the error arose (tier 1), where in the pathway (tier 2),
 * and what it was (tier 3). Under each node is what was classified further; what was not is in no child of it.
 *
 * @param count notifications of the modality
 * @param awaitingReview those of them that were not reviewed yet, which are in no node
 * @param nodes of tier 1, the commonest first
 */
public record ErrorTree(Scope modality, int count, int awaitingReview, List<Node> nodes) {

    /** How many tiers there are. */
    static final int TIERS = 3;

    /**
     * @param percent of the modality's notifications; to the nearest whole number, a half upwards
     * @param notClassifiedFurther those of {@code count} that are in none of the children
     * @param children of the next tier, the commonest first; none under tier 3
     */
    public record Node(
            String code, String label, int count, Integer percent, int notClassifiedFurther, List<Node> children) {}

    /** The share of some of the modality's notifications; to the nearest whole number, a half upwards. */
    public Integer percent(int part) {
        return Rounding.percent(part, count);
    }

    static ErrorTree of(YearCounts counts, Words words, Scope modality) {
        var whole = counts.counted(modality);
        var branch = new Branch(counts.year(), words, modality, whole);
        return new ErrorTree(
                modality,
                whole,
                counts.unknown(Dimension.TIER, modality),
                branch.nodes(List.of(), counts.of(Dimension.TIER, modality)));
    }

    private record Branch(ReportingYear year, Words words, Scope modality, int whole) {

        List<Node> nodes(List<String> parent, List<Count> under) {
            var depth = parent.size() + 1;
            return under.stream()
                    .filter(count -> count.cell().step(depth) != null)
                    .collect(groupingBy(count -> count.cell().step(depth)))
                    .entrySet()
                    .stream()
                    .map(each -> node(child(parent, each.getKey()), each.getValue()))
                    .sorted(Comparator.comparingInt(Node::count).reversed().thenComparing(Node::code))
                    .toList();
        }

        private Node node(List<String> path, List<Count> under) {
            var count = under.stream().mapToInt(Count::total).sum();
            var children = path.size() < TIERS ? nodes(path, under) : List.<Node>of();
            var further = children.stream().mapToInt(Node::count).sum();
            return new Node(
                    path.get(path.size() - 1),
                    words.label(TermKind.TIER, year, modality.code(), path),
                    count,
                    Rounding.percent(count, whole),
                    path.size() < TIERS ? count - further : 0,
                    children);
        }

        private static List<String> child(List<String> parent, String step) {
            var path = new ArrayList<>(parent);
            path.add(step);
            return path;
        }
    }
}
