package org.notificationhub.irmer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest(name = "{0} are {1}%")
    @CsvSource({
        // 53.28, 44.26 and 2.46: to the nearest they would be 99 together. CQC's report for 2023/24 shows the 44.
        "130;108;6,  53;44;3",
        "1;1;1,      34;33;33",
        "1;2;3,      17;33;50",
        "0;5,        0;100",
        "7,          100",
        "1;1;6,      13;12;75",
    })
    void percentsAreAdjustedToAddUp(String parts, String percents) {
        assertThat(Rounding.percentsTo100(numbers(parts))).isEqualTo(numbers(percents));
    }

    @Test
    void adjustedPercentsAddUpAndAreNeverOneOff() {
        var random = new Random(2023);
        for (var run = 0; run < 500; run++) {
            var parts = IntStream.rangeClosed(0, random.nextInt(12))
                    .mapToObj(part -> random.nextInt(400))
                    .toList();
            var whole = parts.stream().mapToInt(Integer::intValue).sum();
            var percents = Rounding.percentsTo100(parts);

            if (whole == 0) {
                assertThat(percents).containsOnlyNulls();
                continue;
            }
            assertThat(percents.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
            for (var index = 0; index < parts.size(); index++) {
                assertThat(Math.abs(percents.get(index) - 100.0 * parts.get(index) / whole))
                        .isLessThan(1);
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1} after {2} of {3} is {4} points")
    @CsvSource({
        "45, 190, 30, 160, 5",
        "1, 200, 0, 200, 1",
        "0, 200, 1, 200, -1",
        "1, 3, 1, 3, 0",
        "1, 0, 1, 3,",
        "1, 3, 0, 0,"
    })
    void aChangeIsOfUnroundedShares(int part, int whole, int partBefore, int wholeBefore, Integer points) {
        assertThat(Rounding.points(part, whole, partBefore, wholeBefore)).isEqualTo(points);
    }

    @Test
    void aRateOfNothingIsNoRate() {
        assertThat(Rounding.perMillion(1, 0)).isNull();
        assertThat(Rounding.perMillion(0, 5)).isEqualByComparingTo("0");
        assertThat(Rounding.perMillion(1, 20_000_000)).isEqualTo("0.1");
    }

    private static List<Integer> numbers(String written) {
        return Stream.of(written.strip().split(";")).map(Integer::valueOf).toList();
    }
}
