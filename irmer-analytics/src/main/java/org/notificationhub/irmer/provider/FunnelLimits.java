package org.notificationhub.irmer.provider;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Which counts chance alone explains where so many are expected: the exact Poisson limits of a funnel plot, as Spiegelhalter
 * describes it for indirectly standardised rates (Statistics in Medicine 2005; 24: 1185-1202). A count is whole, so the limits
 * are too: the smallest and the largest count whose tail, itself included, is at least 2.5 %, or 0.1 %.
 *
 * @param expected more than zero
 * @param lower95 the smallest count that is not unusually low
 * @param upper95 the largest count that is not unusually high
 */
public record FunnelLimits(double expected, int lower95, int upper95, int lower998, int upper998) {

    private static final double TAIL_95 = 0.025;
    private static final double TAIL_998 = 0.001;

    /** How far a count is from what is expected. */
    public enum Beyond {
        /** Within both limits. */
        NEITHER,
        /** One count in twenty is, by chance alone. */
        LIMITS_95,
        /** One count in five hundred is, by chance alone. */
        LIMITS_99_8
    }

    public static FunnelLimits around(double expected) {
        var counts = PoissonDistribution.of(expected);
        return new FunnelLimits(
                expected,
                counts.inverseCumulativeProbability(TAIL_95),
                counts.inverseSurvivalProbability(TAIL_95),
                counts.inverseCumulativeProbability(TAIL_998),
                counts.inverseSurvivalProbability(TAIL_998));
    }

    public Beyond beyond(int count) {
        if (count < lower998 || count > upper998) {
            return Beyond.LIMITS_99_8;
        }
        return count < lower95 || count > upper95 ? Beyond.LIMITS_95 : Beyond.NEITHER;
    }

    /** What a count is said to be. Zero is always said, and is unusual where {@link #beyond} says so. */
    public Mark mark(int count) {
        if (count == 0) {
            return Mark.ZERO;
        }
        if (beyond(count) == Beyond.NEITHER) {
            return Mark.AS_EXPECTED;
        }
        return count < expected ? Mark.LOW : Mark.HIGH;
    }
}
