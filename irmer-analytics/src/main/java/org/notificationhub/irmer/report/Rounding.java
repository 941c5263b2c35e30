package org.notificationhub.irmer.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How figures are rounded. CQC's reports do not round them all alike, so each table says which of these it uses. */
final class Rounding {

    static final String NEAREST =
            "Percentages are rounded to the nearest whole number, a half upwards, and need not add" + " up to 100.";
    static final String TO_100 =
            "Percentages of radiotherapy are adjusted to add up to 100, as CQC's report does: all are"
                    + " rounded down, and what is then missing goes to those that lost most.";

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Rounding() {}

    /** Null where there is nothing to take a share of. */
    static Integer percent(int part, int whole) {
        return whole == 0 ? null : Math.toIntExact((200L * part + whole) / (2L * whole));
    }

    /** By the largest remainder; of equal remainders the larger part comes first. Null for each where all are zero. */
    static List<Integer> percentsTo100(List<Integer> parts) {
        var whole = parts.stream().mapToLong(Integer::longValue).sum();
        var percents = new ArrayList<Integer>(parts.size());
        for (var part : parts) {
            percents.add(whole == 0 ? null : Math.toIntExact(100L * part / whole));
        }
        if (whole > 0) {
            var missing = 100 - percents.stream().mapToInt(Integer::intValue).sum();
            IntStream.range(0, parts.size())
                    .boxed()
                    .sorted(Comparator.<Integer>comparingLong(index -> -(100L * parts.get(index) % whole))
                            .thenComparingInt(index -> -parts.get(index)))
                    .limit(missing)
                    .forEach(index -> percents.set(index, percents.get(index) + 1));
        }
        return percents;
    }

    /** From unrounded shares to whole percentage points, a half away from zero; null where one of them is not known. */
    static Integer points(int part, int whole, int partBefore, int wholeBefore) {
        if (whole == 0 || wholeBefore == 0) {
            return null;
        }
        return BigDecimal.valueOf(100L * part)
                .multiply(BigDecimal.valueOf(wholeBefore))
                .subtract(BigDecimal.valueOf(100L * partBefore).multiply(BigDecimal.valueOf(whole)))
                .divide(BigDecimal.valueOf(whole).multiply(BigDecimal.valueOf(wholeBefore)), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** To one place after the point; null where nothing was done. */
    static BigDecimal perMillion(int count, long activity) {
        return activity == 0
                ? null
                : MILLION.multiply(BigDecimal.valueOf(count))
                        .divide(BigDecimal.valueOf(activity), 1, RoundingMode.HALF_UP);
    }
}
