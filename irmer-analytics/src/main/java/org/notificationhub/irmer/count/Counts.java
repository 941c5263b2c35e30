package org.notificationhub.irmer.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.notificationhub.irmer.exposure.ExposureRepository;
import org.notificationhub.irmer.exposure.KnownExposure;

/**
 * Keeps the counts true to the facts. What a notification counted as before is taken out and what it counts as now is put
 * in, in the transaction of the fact itself. Both steps belong to that transaction, with the facts written between them.
 */
@ApplicationScoped
public class Counts {

    /** The advisory lock that a writer holds to its end. */
    static final int WRITERS = 8083;

    private final ExposureRepository exposures;
    private final CellRepository cells;

    Counts(ExposureRepository exposures, CellRepository cells) {
        this.exposures = exposures;
        this.cells = cells;
    }

    /** Waits for other writers; what is written until the transaction ends is recorded at the time returned. */
    public Instant open() {
        return cells.open(WRITERS);
    }

    /** Counts these notifications, exposures or reports, as the facts now are. Once in a transaction, for all of them. */
    public void settle(Collection<UUID> changed, Instant recordedAt) {
        var after = placesOf(exposures.touchedBy(changed));
        var before = cells.counted(after.keySet());
        after.entrySet().removeIf(each -> each.getValue().equals(before.getOrDefault(each.getKey(), Place.NOWHERE)));
        if (after.isEmpty()) {
            return;
        }
        cells.close(after.keySet().stream().filter(before::containsKey).toList(), recordedAt);
        cells.count(after, recordedAt);
        cells.add(changes(before, after), recordedAt);
    }

    private Map<UUID, Place> placesOf(List<KnownExposure> known) {
        var counted = new HashMap<UUID, List<Cell>>();
        known.forEach(exposure -> counted.put(exposure.notificationId(), Contribution.of(exposure)));
        var ids = cells.ids(counted.values());
        var places = new HashMap<UUID, Place>();
        counted.forEach((notification, where) -> places.put(notification, Place.of(where, ids)));
        return places;
    }

    private static Map<Integer, Integer> changes(Map<UUID, Place> before, Map<UUID, Place> after) {
        var changes = new HashMap<Integer, Integer>();
        after.forEach((notification, now) -> {
            now.cells().forEach(cell -> changes.merge(cell, 1, Integer::sum));
            before.getOrDefault(notification, Place.NOWHERE)
                    .cells()
                    .forEach(cell -> changes.merge(cell, -1, Integer::sum));
        });
        changes.values().removeIf(change -> change == 0);
        return changes;
    }
}
