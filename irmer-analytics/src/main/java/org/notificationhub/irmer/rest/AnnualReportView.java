package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.irmer.report.AnnualReport;
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

        @Schema(description = "Notifications that stand, the unclassified among them", examples = "819")
        int total,

        List<ModalityFigures> modalities,

        @Schema(description = "Notifications that stand without a known modality", examples = "0")
        int unclassified,

        @Schema(description = "Notifications taken back; in no other number", examples = "3")
        int withdrawn) {

    static AnnualReportView of(AnnualReport report) {
        return new AnnualReportView(
                report.year().toString(),
                report.year().from(),
                report.year().to(),
                report.asOf(),
                report.total(),
                report.modalities().stream().map(ModalityFigures::of).toList(),
                report.unclassified(),
                report.withdrawn());
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

            @Schema(description = "From acute trusts") Integer nhsCount,

            @Schema(description = "Of count, rounded like percent")
            Integer nhsPercent,

            @Schema(description = "Examinations or episodes in the year")
            Long activity,

            @Schema(description = "Notifications in a million of activity")
            Double perMillion) {

        static ModalityFigures of(ModalityShare share) {
            return new ModalityFigures(share.modality(), share.count(), share.percent(), null, null, null, null);
        }
    }
}
