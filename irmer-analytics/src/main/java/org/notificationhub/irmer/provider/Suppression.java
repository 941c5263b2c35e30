package org.notificationhub.irmer.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Decides which counts by provider are withheld. Counts from 1 to just below a threshold are (primary suppression), and then as
 * many others as it takes so that nobody can work one out from the sums that are shown (secondary suppression): a provider's
 * sum over its columns, and each column's sum over all providers of a group. ADR 20 says against whom this holds.
 *
 * <p>The counts are a flow between the providers and the sums they are part of. A withheld count can be another number exactly
 * where some withheld counts, along a circle through it, can go up and down by one; the circle that costs least is withheld.
 * That is Cox's network method for tables of two dimensions (Journal of the American Statistical Association 1995; 90: 1453-1462).
 */
public final class Suppression {

    /** The column of a provider's sum over the others. */
    public static final String ALL = "ALL";

    /** Fewer cells go before smaller ones; a zero is shown for as long as anything else can be withheld. */
    private static final long PER_CELL = 100_000;

    private static final long PER_ZERO = 100_000_000;

    private final int threshold;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<Place, Cell> byPlace = new HashMap<>();
    private final Map<Object, List<Cell>> around = new HashMap<>();
    private final Set<String> groups = new TreeSet<>();
    private final Set<String> zerosToo = new HashSet<>();
    private boolean givenAway;

    /** Whether a count may be hidden among those of other groups, which protects it from the sums of all groups alone. */
    private boolean across;

    private Suppression(int threshold) {
        this.threshold = threshold;
    }

    /**
     * @param counts by provider and column, complete: a place that is missing is known to be zero
     * @param group the providers over which sums are published together, such as those of one kind
     * @param threshold the smallest count above zero that may be shown
     */
    public static Suppression of(
            Map<String, Map<String, Integer>> counts, Function<String, String> group, int threshold) {
        var suppression = new Suppression(threshold);
        counts.forEach((provider, columns) -> suppression.add(provider, group.apply(provider), columns));
        suppression.protect();
        return suppression;
    }

    public boolean withholds(String provider, String column) {
        var cell = byPlace.get(new Place(provider, column));
        return cell != null && cell.withheld;
    }

    /** Withheld for being small itself, which may be said: it leaves every small number open. */
    public boolean isKnownToBeSmall(String provider, String column) {
        var cell = byPlace.get(new Place(provider, column));
        return cell != null && cell.withheld && cell.isSmall() && !cell.zerosToo();
    }

    /**
     * True where somebody is alone in a group, whose sum then is its count, whatever is withheld here. It still cannot be worked
     * out from the sums of all groups.
     */
    public boolean isGivenAway() {
        return givenAway;
    }

    private void add(String provider, String group, Map<String, Integer> columns) {
        groups.add(group);
        var place = new Node(provider, "");
        columns.forEach((column, count) -> add(provider, column, group, place, new Node(group, column), count));
        var sum = columns.values().stream().mapToInt(Integer::intValue).sum();
        add(provider, ALL, group, new Node(group, ALL), place, sum);
    }

    private void add(String provider, String column, String group, Node from, Node to, int count) {
        var cell = new Cell(group, from, to, count);
        cells.add(cell);
        byPlace.put(new Place(provider, column), cell);
        around.computeIfAbsent(from, node -> new ArrayList<>()).add(cell);
        around.computeIfAbsent(to, node -> new ArrayList<>()).add(cell);
    }

    /** Withholding one more only ever leaves more open, so whatever is protected stays so. */
    private void protect() {
        var small = cells.stream()
                .filter(Cell::isSmall)
                .sorted(Comparator.comparingInt(cell -> cell.count))
                .toList();
        small.forEach(cell -> cell.withheld = true);
        for (var cell : small) {
            if (!cell.open) {
                protect(cell);
            }
        }
    }

    private void protect(Cell cell) {
        var circle = cheapest(cell);
        if (circle == null) {
            zerosToo.add(cell.group);
            withholdZero(cell);
            circle = cheapest(cell);
        }
        if (circle == null) {
            givenAway = true;
            hideAmongAll(cell);
            return;
        }
        cell.open = true;
        open(circle);
    }

    /** The other groups' cells on the way are not open within their own group by this. */
    private void hideAmongAll(Cell cell) {
        across = true;
        var circle = cheapest(cell);
        across = false;
        if (circle != null) {
            circle.forEach(each -> each.withheld = true);
        }
    }

    private static void open(Collection<Cell> circle) {
        for (var cell : circle) {
            cell.withheld = true;
            cell.open = true;
        }
    }

    /** So that nobody can take every withheld count of the sum to be more than zero. */
    private void withholdZero(Cell beside) {
        around.get(beside.to).stream()
                .filter(cell -> cell.count == 0 && cell.to.equals(beside.to))
                .min(Comparator.comparingLong(zero -> cost(path(zero, zero.to, zero.from))))
                .ifPresent(zero -> {
                    var rest = cells(path(zero, zero.to, zero.from));
                    if (rest != null) {
                        zero.withheld = true;
                        zero.open = true;
                        open(rest);
                    }
                });
    }

    private Collection<Cell> cheapest(Cell cell) {
        var up = cell.canRise() ? path(cell, cell.to, cell.from) : null;
        var down = cost(up) > 0 && cell.canFall() ? path(cell, cell.from, cell.to) : null;
        if (up == null || down == null) {
            return up == null ? cells(down) : cells(up);
        }
        return cells(up.cost <= down.cost ? up : down);
    }

    /** Dijkstra's way over cells that rise when it follows them and fall when it goes against them. */
    private Step path(Cell without, Node from, Node to) {
        var done = new HashMap<Node, Step>();
        var next = new PriorityQueue<Step>(Comparator.comparingLong(step -> step.cost));
        next.add(new Step(from, null, null, 0));
        while (!next.isEmpty()) {
            var step = next.poll();
            if (done.putIfAbsent(step.node, step) != null) {
                continue;
            }
            if (step.node.equals(to)) {
                return step;
            }
            for (var cell : around.getOrDefault(step.node, List.of())) {
                var rises = cell.from.equals(step.node);
                if (cell != without && (rises ? cell.canRise() : cell.canFall())) {
                    next.add(new Step(rises ? cell.to : cell.from, cell, step, step.cost + cell.cost()));
                }
            }
            if (across && step.node.isSum()) {
                groups.forEach(group -> next.add(new Step(new Node(group, step.node.column), null, step, step.cost)));
            }
        }
        return null;
    }

    private static long cost(Step last) {
        return last == null ? Long.MAX_VALUE : last.cost;
    }

    private static Collection<Cell> cells(Step last) {
        if (last == null) {
            return null;
        }
        var cells = new ArrayList<Cell>();
        for (var step = last; step.before != null; step = step.before) {
            if (step.over != null) {
                cells.add(step.over);
            }
        }
        return cells;
    }

    private record Place(String provider, String column) {}

    /** A provider, or a sum over a group of them. */
    private record Node(String name, String column) {
        boolean isSum() {
            return !column.isEmpty();
        }
    }

    private record Step(Node node, Cell over, Step before, long cost) {}

    /** A count on its way from a provider to a column's sum; a provider's own sum comes in. */
    private final class Cell {

        private final String group;
        private final Node from;
        private final Node to;
        private final int count;
        private boolean withheld;

        /** Withheld, and known to have a circle. */
        private boolean open;

        Cell(String group, Node from, Node to, int count) {
            this.group = group;
            this.from = from;
            this.to = to;
            this.count = count;
        }

        boolean isSmall() {
            return count > 0 && count < threshold;
        }

        boolean zerosToo() {
            return zerosToo.contains(group);
        }

        /**
         * Could one more be true for all that a reader knows, once this is withheld? As long as every zero is shown, a reader is
         * taken to know which counts are withheld for being small.
         */
        boolean canRise() {
            return zerosToo() || isSmall() && count < threshold - 1 || count >= threshold;
        }

        boolean canFall() {
            return zerosToo() ? count > 0 : isSmall() && count > 1 || count > threshold;
        }

        long cost() {
            if (withheld) {
                return 0;
            }
            return count == 0 ? PER_ZERO : PER_CELL + count;
        }
    }
}
