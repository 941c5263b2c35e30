package org.notificationhub.irmer.report;

import java.math.BigDecimal;
import java.util.List;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;

/**
 * A modality's part of a year.
 *
 * @param percent of all that are counted, to the nearest whole number and a half upwards, as CQC publishes it; null where
 *     nothing is counted. Rounded shares need not add up to 100.
 * @param nhsCount of NHS acute trusts; null where no notification states its type of organisation
 * @param nhsPercent of those that state their type of organisation, rounded like {@code percent}
 * @param activity of England; null where none is recorded
 * @param perMillion notifications in a million of activity, to one place after the point
 */
public record ModalityShare(
        Modality modality,
        int count,
        Integer percent,
        Integer nhsCount,
        Integer nhsPercent,
        Activity activity,
        BigDecimal perMillion) {

    private static final String NHS_ACUTE = "NHS_ACUTE";

    static ModalityShare of(Modality modality, YearCounts counts, List<Activity> activities) {
        var scope = Scope.of(modality);
        var count = counts.counted(scope);
        var stated = count - counts.unknown(Dimension.COUNTED, scope);
        var nhs = counts.sum(Dimension.COUNTED, scope, ModalityShare::isNhs);
        var activity = activities.stream()
                .filter(each -> each.ofEngland()
                        && each.modality() == modality
                        && each.year().equals(counts.year()))
                .findFirst()
                .orElse(null);
        return new ModalityShare(
                modality,
                count,
                Rounding.percent(count, counts.counted(Scope.ALL)),
                stated == 0 ? null : nhs,
                Rounding.percent(nhs, stated),
                activity,
                activity == null ? null : Rounding.perMillion(count, activity.amount()));
    }

    private static boolean isNhs(Cell cell) {
        return NHS_ACUTE.equals(cell.step(1));
    }
}
