package org.notificationhub.routing.replay;

import java.util.Map;
import org.notificationhub.routing.delivery.Obstacle;

/**
 * How far a replay has come.
 *
 * @param skipped how many were not tried again, by why
 */
public record Progress(int rescheduled, Map<Obstacle, Integer> skipped) {

    public static final Progress NONE = new Progress(0, Map.of());

    public int done() {
        return rescheduled
                + skipped.values().stream().mapToInt(Integer::intValue).sum();
    }
}
