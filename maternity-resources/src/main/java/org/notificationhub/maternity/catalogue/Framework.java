package org.notificationhub.maternity.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * A way of assessing, for as long as it is in use. CQC is replacing its current one, so nothing else names its parts.
 *
 * @param validTo the last day, or null while it is in use
 */
public record Framework(
        String id,
        String title,
        LocalDate validFrom,
        LocalDate validTo,
        String source,
        String note,
        List<Criterion> criteria) {
    public Framework {
        criteria = Lists.orEmpty(criteria);
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
