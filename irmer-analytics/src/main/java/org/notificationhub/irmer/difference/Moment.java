package org.notificationhub.irmer.difference;

import java.time.Instant;
import org.notificationhub.irmer.figure.FigureBook;

/**
 * One side of a comparison.
 *
 * @param frozen the figures of a snapshot; null for what is known as of the time
 */
public record Moment(Instant asOf, FigureBook frozen) {

    public static Moment of(Instant asOf) {
        return new Moment(asOf, null);
    }

    public static Moment of(FigureBook frozen) {
        return new Moment(frozen.asOf(), frozen);
    }
}
