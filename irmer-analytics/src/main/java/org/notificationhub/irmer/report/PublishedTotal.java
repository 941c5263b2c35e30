package org.notificationhub.irmer.report;

import java.time.LocalDate;

/**
 * How many notifications CQC published for a period, before the hub counted any or beside it.
 *
 * @param period {@code 2023/24}, {@code 2016} for a calendar year, {@code 2019/20-10m} for a year of ten months
 * @param label the period as people read it
 * @param to the last day, itself part of the period
 * @param modality {@code ALL} or that of a modality
 * @param count null where none was found
 * @param confidence how sure the count is: {@code CERTAIN} where it was read in an official source, {@code LIKELY} in
 *     another; null without a count
 * @param source its address; null without a count
 * @param note what is odd about the period, once for each; null where nothing is
 */
public record PublishedTotal(
        String period,
        String label,
        LocalDate from,
        LocalDate to,
        String modality,
        Integer count,
        String confidence,
        String source,
        String note) {

    boolean isWithin(ReportingYear first, ReportingYear last) {
        return !to.isBefore(first.from()) && !from.isAfter(last.to());
    }
}
