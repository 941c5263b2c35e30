package org.notificationhub.irmer.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;

/**
 * A notification as it is counted: what its cells say, and little besides.
 *
 * @param cells in which it counts; of one that is left out the one that says why
 * @param provider code of the provider or employer
 * @param notifiedAt when CQC was notified
 * @param alike other providers' notifications of what looks like the same incident
 */
public record Event(UUID notificationId, List<Cell> cells, String provider, Instant notifiedAt, List<UUID> alike) {

    public Event {
        cells = List.copyOf(cells);
        alike = List.copyOf(alike);
    }

    /** What its cell of a dimension says at a step after the modality. */
    public Optional<String> step(Dimension dimension, int step) {
        return in(dimension)
                .map(cell -> cell.step(step))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Its cells of a dimension in which it may be several times. */
    public Stream<Cell> in(Dimension dimension) {
        return cells.stream().filter(cell -> cell.dimension() == dimension);
    }
}
