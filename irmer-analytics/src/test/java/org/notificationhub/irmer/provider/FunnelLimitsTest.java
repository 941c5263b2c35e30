package org.notificationhub.irmer.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.irmer.provider.FunnelLimits.Beyond;

class FunnelLimitsTest {

    @ParameterizedTest(name = "{1} where {0} are expected: {2}, beyond {3}")
    @CsvSource(textBlock = """
            3.6,   0, ZERO,        NEITHER
            3.7,   0, ZERO,        LIMITS_95
            6.9,   0, ZERO,        LIMITS_95
            7.0,   0, ZERO,        LIMITS_99_8
            0.001, 0, ZERO,        NEITHER
            20,   11, LOW,         LIMITS_95
            20,   12, AS_EXPECTED, NEITHER
            20,   29, AS_EXPECTED, NEITHER
            20,   30, HIGH,        LIMITS_95
            20,    7, LOW,         LIMITS_99_8
            20,   40, HIGH,        LIMITS_99_8
            """)
    void aCountIsUnusualWhereItsTailIsSmall(double expected, int count, Mark mark, Beyond beyond) {
        var limits = FunnelLimits.around(expected);

        assertThat(limits.mark(count)).isEqualTo(mark);
        assertThat(limits.beyond(count)).isEqualTo(beyond);
    }

    /** The probabilities are added up here term by term, in decimals, without the library. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5, 7.1, 20, 64.2, 150})
    void theLimitsAreTheOutermostCountsWhoseTailIsLargeEnough(double expected) {
        var limits = FunnelLimits.around(expected);

        assertThat(atMost(expected, limits.lower95())).isGreaterThanOrEqualTo(0.025);
        assertThat(atMost(expected, limits.lower95() - 1)).isLessThan(0.025);
        assertThat(1 - atMost(expected, limits.upper95() - 1)).isGreaterThanOrEqualTo(0.025);
        assertThat(1 - atMost(expected, limits.upper95())).isLessThan(0.025);
        assertThat(atMost(expected, limits.lower998())).isGreaterThanOrEqualTo(0.001);
        assertThat(atMost(expected, limits.lower998() - 1)).isLessThan(0.001);
        assertThat(1 - atMost(expected, limits.upper998() - 1)).isGreaterThanOrEqualTo(0.001);
        assertThat(1 - atMost(expected, limits.upper998())).isLessThan(0.001);
    }

    @Test
    void whatAddsTheTermsUpIsRight() {
        assertThat(atMost(2, 2)).isCloseTo(5 * Math.exp(-2), within(1e-12));
    }

    private static double atMost(double expected, int count) {
        var term = BigDecimal.valueOf(Math.exp(-expected));
        var sum = BigDecimal.ZERO;
        for (var each = 0; each <= count; each++) {
            sum = sum.add(term);
            term = term.multiply(BigDecimal.valueOf(expected))
                    .divide(BigDecimal.valueOf(each + 1), MathContext.DECIMAL64);
        }
        return sum.doubleValue();
    }
}
