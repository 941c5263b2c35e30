package org.notificationhub.irmer.count;

import java.util.List;
import java.util.Map;

/**
 * Where a notification counts.
 *
 * @param year all its cells are of one; null where it is in none
 * @param cells by their ids, in order
 */
record Place(Integer year, List<Integer> cells) {

    static final Place NOWHERE = new Place(null, List.of());

    static Place of(List<Cell> cells, Map<Cell, Integer> ids) {
        if (cells.isEmpty()) {
            return NOWHERE;
        }
        return new Place(
                cells.get(0).year().startYear(),
                cells.stream().map(ids::get).sorted().toList());
    }
}
