package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.report.AnnualReport;
import org.notificationhub.irmer.report.AnnualReport.LeftOut;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ModalityShare;

/** A year's notifications of significant accidental or unintended exposures. */
public record AnnualReportView(
        @Schema(examples = "2023/24") String year,

        @Schema(description = "First day, in London", examples = "2023-04-01")
        LocalDate from,

        @Schema(description = "Last day, in London", examples = "2024-03-31")
        LocalDate to,

        @Schema(description = "What was recorded later is left out")
        Instant asOf,

        @Schema(description = "Notifications that are counted, the unclassified among them", examples = "819")
        int total,

        List<ModalityFigures> modalities,

        @Schema(description = "Notifications that are counted without a known modality", examples = "0")
        int unclassified,

        @Schema(description = "Notifications taken back; in no other number but leftOut", examples = "3")
        int withdrawn,

        @Schema(description = "Notifications that are counted and not reviewed yet", examples = "12")
        int awaitingClassification,

        @Schema(
                description =
                        "Notifications that are counted though another provider told of what looks like the same incident",
                examples = "2")
        int possibleDuplicates,

        @Schema(description = "Notifications that are in no other number, by why")
        List<LeftOutFigures> leftOut,

        @Schema(description = "Whether the year was not over, or reviews were awaited, at asOf")
        boolean provisional,

        @Schema(description = "Whether what is counted here is made up")
        boolean demonstration) {

    static AnnualReportView of(AnnualReport report, boolean demonstration) {
        return new AnnualReportView(
                report.year().toString(),
                report.year().from(),
                report.year().to(),
                report.asOf(),
                report.total(),
                report.modalities().stream().map(ModalityFigures::of).toList(),
                report.unclassified(),
                report.withdrawn(),
                report.awaitingClassification(),
                report.possibleDuplicates(),
                report.leftOut().entrySet().stream()
                        .map(each -> new LeftOutFigures(each.getKey(), each.getValue()))
                        .toList(),
                report.isProvisional(),
                demonstration);
    }

    /** A modality's part of the year. A null is a number that is not known. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ModalityFigures(
            Modality modality,
            @Schema(examples = "447") int count,

            @Schema(
                    description =
                            "Of total, to the nearest whole number and a half upwards; shares need not add up to 100",
                    examples = "55")
            Integer percent,

            @Schema(description = "From acute trusts; null where no notification states its type of organisation")
            Integer nhsCount,

            @Schema(
                    description = "Of those that state their type of organisation, rounded like percent",
                    examples = "89")
            Integer nhsPercent,

            @Schema(description = "Examinations or episodes in the year", examples = "30000000")
            Long activity,

            @Schema(description = "How exactly the activity is known", examples = "AT_LEAST")
            Activity.Bound activityBound,

            @Schema(description = "Notifications in a million of activity, to one decimal place", examples = "14.9")
            BigDecimal perMillion) {

        static ModalityFigures of(ModalityShare share) {
            var activity = share.activity();
            return new ModalityFigures(
                    share.modality(),
                    share.count(),
                    share.percent(),
                    share.nhsCount(),
                    share.nhsPercent(),
                    activity == null ? null : activity.amount(),
                    activity == null ? null : activity.bound(),
                    share.perMillion());
        }
    }

    public record LeftOutFigures(
            LeftOut reason, @Schema(examples = "3") int count) {}
}
