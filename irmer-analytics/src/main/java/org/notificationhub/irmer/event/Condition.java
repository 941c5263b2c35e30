package org.notificationhub.irmer.event;

import java.util.List;
import java.util.function.Predicate;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;

/**
 * That an event is in one of certain cells of a dimension.
 *
 * @param steps with which their paths go on after the modality
 * @param also what else is asked of a cell
 */
public record Condition(Dimension dimension, List<String> steps, Predicate<Cell> also) {

    public Condition {
        steps = List.copyOf(steps);
    }

    public static Condition in(Dimension dimension, String... steps) {
        return new Condition(dimension, List.of(steps), cell -> true);
    }

    /** Of which the modality is all that is known. */
    public static Condition nothingIn(Dimension dimension) {
        return new Condition(dimension, List.of(), cell -> cell.path().size() == 1);
    }

    public static Condition never(Dimension dimension) {
        return new Condition(dimension, List.of(), cell -> false);
    }

    boolean holdsIn(Cell cell) {
        var from = 1;
        return cell.dimension() == dimension
                && cell.path().size() >= from + steps.size()
                && cell.path().subList(from, from + steps.size()).equals(steps)
                && also.test(cell);
    }
}
