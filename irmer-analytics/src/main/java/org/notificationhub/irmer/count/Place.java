package org.notificationhub.irmer.count;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a notification counts.
 *
 * @param year all its cells are of one; null where it is in none
 * @param cells by their ids, in order
 */
record Place(Integer year, List<Integer> cells) {

    static final Place NOWHERE = new Place(null, List.of());

    static Place of(Set<Cell> cells, Map<Cell, Integer> ids) {
        return cells.stream()
                .findAny()
                .map(any -> new Place(
                        any.year().startYear(),
                        cells.stream().map(ids::get).sorted().toList()))
                .orElse(NOWHERE);
    }
}
