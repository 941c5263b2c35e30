package org.notificationhub.local.reproduce;

import java.util.List;

/**
 * A part of a modality, and how many notifications of it are made.
 *
 * @param path empty where what was printed only tells how many have no known part
 * @param least the fewest that what was published allows; as {@code count} where a count was published
 * @param most likewise
 * @param percent as printed, of the modality; null where none was
 */
public record Portion(Modality modality, List<String> path, int count, int least, int most, Integer percent) {

    public Portion {
        path = List.copyOf(path);
    }

    static Portion counted(Published row) {
        return new Portion(row.modality(), row.path(), row.count(), row.count(), row.count(), row.percent());
    }

    /** The count that comes nearest to a percentage of the whole; any in its range would be printed as that percentage. */
    static Portion ofPercent(Published row, int whole) {
        var doubled = (2 * row.percent() - 1) * (long) whole;
        var least = (int) Math.max(0, ceiling(doubled, 200));
        var most = (int) Math.min(whole, ceiling(doubled + 2L * whole, 200) - 1);
        var nearest = (int) ((2L * row.percent() * whole + 100) / 200);
        return new Portion(
                row.modality(), row.path(), Math.max(least, Math.min(most, nearest)), least, most, row.percent());
    }

    public boolean isCountPublished() {
        return least == most;
    }

    Portion of(int other) {
        return new Portion(modality, path, other, least, most, percent);
    }

    private static long ceiling(long number, int divisor) {
        return -Math.floorDiv(-number, divisor);
    }
}
