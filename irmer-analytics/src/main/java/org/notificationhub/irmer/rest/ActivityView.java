package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.activity.Activity.Bound;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/** How much was done in a year, as known at a time: of each modality and provider the newest publication. */
public record ActivityView(
        @Schema(examples = "2023/24") String year,

        @Schema(description = "What was recorded later is left out")
        Instant asOf,

        @Schema(description = "Of a PUT, how many figures were new or different; absent otherwise", examples = "2")
        Integer changed,

        List<Figure> figures) {

    static ActivityView of(ReportingYear year, Instant asOf, Integer changed, List<Activity> known) {
        return new ActivityView(
                year.toString(), asOf, changed, known.stream().map(Figure::of).toList());
    }

    /** One figure. */
    public record Figure(
            Modality modality,

            @Schema(description = "Absent for all of England", examples = "RJ1")
            String providerId,

            @Schema(examples = "116000") long amount,
            Bound bound,

            @Schema(examples = "episodes of radiotherapy treatment")
            String unit,

            String source,

            @Schema(description = "Null where the day is not known") @JsonInclude(JsonInclude.Include.ALWAYS)
            LocalDate publishedOn) {

        static Figure of(Activity activity) {
            return new Figure(
                    activity.modality(),
                    activity.providerId(),
                    activity.amount(),
                    activity.bound(),
                    activity.unit(),
                    activity.source(),
                    activity.publishedOn());
        }
    }
}
