package org.notificationhub.maternity.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers that add up to a total that is shown, with those withheld that could point to a person: fewer than five, and as many
 * more as keep a reader from working one out by taking what is shown from the total.
 */
final class SmallCells {

    static final int SMALLEST_SHOWN = 5;

    private SmallCells() {}

    /**
     * @param cells all parts of one total
     * @return in the same order, null for what is withheld
     */
    static List<Integer> shown(List<Integer> cells) {
        var withheld = IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i) < SMALLEST_SHOWN)
                .toArray(Boolean[]::new);
        while (isDerivable(cells, withheld)) {
            withholdSmallest(cells, withheld);
        }
        return IntStream.range(0, cells.size())
                .mapToObj(i -> withheld[i] ? null : cells.get(i))
                .toList();
    }

    /**
     * Whether what is withheld can have been only one thing. Its sum is known. That of small numbers alone leaves a choice
     * unless each is as small, or as large, as a small number can be; and a sum below five would itself be one.
     */
    private static boolean isDerivable(List<Integer> cells, Boolean[] withheld) {
        var hidden = IntStream.range(0, cells.size())
                .filter(i -> withheld[i])
                .map(cells::get)
                .toArray();
        if (hidden.length == 0 || hidden.length == cells.size()) {
            return false;
        }
        var sum = Arrays.stream(hidden).sum();
        var allLargest = Arrays.stream(hidden).allMatch(cell -> cell == SMALLEST_SHOWN - 1);
        return hidden.length == 1 || sum < SMALLEST_SHOWN || allLargest;
    }

    /** All of the same size, so that the order of the cells gives nothing away. */
    private static void withholdSmallest(List<Integer> cells, Boolean[] withheld) {
        var smallest = IntStream.range(0, cells.size())
                .filter(i -> !withheld[i])
                .map(cells::get)
                .min()
                .orElseThrow();
        for (var i = 0; i < withheld.length; i++) {
            withheld[i] |= cells.get(i) == smallest;
        }
    }
}
