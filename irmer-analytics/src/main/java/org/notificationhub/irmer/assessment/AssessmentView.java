package org.notificationhub.irmer.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.criteria.Assessment;
import org.notificationhub.criteria.Assessment.Notifiable;
import org.notificationhub.criteria.Category;
import org.notificationhub.criteria.ComplementaryCode;
import org.notificationhub.criteria.Confidence;
import org.notificationhub.criteria.Country;
import org.notificationhub.criteria.Criterion;
import org.notificationhub.criteria.Definition;
import org.notificationhub.criteria.Fact;
import org.notificationhub.criteria.TimeLimit;

/** What the criteria say of an exposure. */
public record AssessmentView(
        @Schema(
                description =
                        "true where a criterion is met; false only where every one that could apply is certain and"
                                + " not met; else the text UNDETERMINED, and what is named in missing and unread decides",
                oneOf = {Boolean.class, NotDetermined.class})
        Object notifiable,

        String because,

        @Schema(description = "The day, in London, whose criteria were applied", examples = "2024-03-01")
        LocalDate on,

        Country country,

        @Schema(description = "Who is to be notified", examples = "CQC")
        String authority,

        @Schema(
                description =
                        "The criteria that are met. On a limit that two codes share, or a day on which either of two"
                                + " editions may have been in force, both are named")
        List<CriterionView> codes,

        @Schema(description = "Codes to be added to the main one")
        List<ComplementaryView> complementaryCodes,

        @Schema(description = "Facts to be told next. Where notifiable is true they could only add codes")
        List<MissingView> missing,

        @Schema(description = "Criteria that no fact settles, because their text was not read or leaves it open")
        List<UnreadView> unread,

        @Schema(description = "What the words meant on the day")
        List<DefinitionView> definitions,

        @Schema(
                description = "The last day, in London, for notifying, from the day of discovery; also where it is"
                        + " UNDETERMINED, since the law asks to notify unless it is ruled out. Absent where the time"
                        + " limit or the discovery is not known, or nothing is to be notified",
                examples = "2024-03-15")
        LocalDate notifyBy,

        @Schema(description = "The last day, in London, for the report of the investigation", examples = "2024-05-24")
        LocalDate reportBy,

        @Schema(description = "Where the two days come from, or why there are none")
        String dueBecause) {

    static AssessmentView of(AssessmentRequest asked, Assessment assessment, Optional<TimeLimit> limit) {
        var exposure = asked.exposure();
        var due = Due.of(asked, assessment.notifiable(), limit);
        return new AssessmentView(
                word(assessment.notifiable()),
                because(assessment.notifiable()),
                exposure.on(),
                exposure.country(),
                exposure.country().authority(),
                assessment.met().stream().map(CriterionView::of).toList(),
                assessment.complementary().stream().map(ComplementaryView::of).toList(),
                assessment.missing().stream().map(MissingView::of).toList(),
                assessment.open().stream().map(UnreadView::of).toList(),
                assessment.definitions().stream().map(DefinitionView::of).toList(),
                due.notifyBy(),
                due.reportBy(),
                due.because());
    }

    private static Object word(Notifiable notifiable) {
        return switch (notifiable) {
            case YES -> true;
            case NO -> false;
            case UNDETERMINED -> NotDetermined.UNDETERMINED;
        };
    }

    private static String because(Notifiable notifiable) {
        return switch (notifiable) {
            case YES -> "A criterion of the day is met.";
            case NO -> "Every criterion of the day that could apply is certain, and none is met.";
            case UNDETERMINED ->
                "No criterion is met for certain, and not every one can be ruled out. SI 2017/1322 reg 8(4) asks to notify"
                        + " unless the investigation rules a significant exposure out beyond reasonable doubt.";
        };
    }

    private static String written(Confidence confidence) {
        return confidence.name().toLowerCase(Locale.ROOT);
    }

    public enum NotDetermined {
        UNDETERMINED
    }

    /** A criterion that is met. */
    public record CriterionView(
            @Schema(description = "As the edition numbers it; absent where its number is not known", examples = "2.2")
            String code,

            Category category,

            @Schema(
                    description = "What it says, in plain words",
                    examples = "Where 0.3 to 2.5 mSv was intended, a total of ten" + " times as much is notified.")
            String criterion,

            @Schema(
                    description = "MGTI, or the edition of the SAUE criteria: SAUE_2019, SAUE_2020, SAUE_2023",
                    examples = "SAUE_2023")
            String regime,

            String source,

            @Schema(
                    description =
                            "certain: read in an official source; likely: in a secondary one, or inferred; uncertain: not read, which decides nothing",
                    examples = "certain")
            String confidence,

            @Schema(description = "What else of its text is not known")
            String unsettled) {

        static CriterionView of(Criterion criterion) {
            return new CriterionView(
                    criterion.code(),
                    criterion.category(),
                    criterion.sentence(),
                    criterion.edition(),
                    criterion.source(),
                    written(criterion.confidence()),
                    criterion.unsettled());
        }
    }

    /** A criterion that cannot be decided. */
    public record UnreadView(
            String code,
            Category category,
            String criterion,
            String regime,
            String source,
            String confidence,

            @Schema(description = "What about it is not known")
            String why) {

        static UnreadView of(Assessment.Open open) {
            var criterion = open.criterion();
            return new UnreadView(
                    criterion.code(),
                    criterion.category(),
                    criterion.sentence(),
                    criterion.edition(),
                    criterion.source(),
                    written(criterion.confidence()),
                    open.why());
        }
    }

    /** A fact that nobody told. */
    public record MissingView(
            @Schema(description = "The member that tells it", examples = "adult")
            String fact,

            String question) {

        static MissingView of(Fact fact) {
            return new MissingView(fact.member(), fact.question());
        }
    }

    /** A code that is added to a main one. */
    public record ComplementaryView(
            @Schema(enumeration = {"VOLUNTARY", "CLINICALLY_SIGNIFICANT", "MULTIPLE_INDIVIDUALS", "EQUIPMENT"})
            String code,

            String meaning,
            String source) {

        static ComplementaryView of(ComplementaryCode code) {
            return new ComplementaryView(code.code(), code.sentence(), code.source());
        }
    }

    /** What a word of the criteria meant on the day. */
    public record DefinitionView(String term, String meaning, String source, String confidence) {

        static DefinitionView of(Definition definition) {
            return new DefinitionView(
                    definition.term(), definition.meaning(), definition.source(), written(definition.confidence()));
        }
    }

    private record Due(LocalDate notifyBy, LocalDate reportBy, String because) {

        static Due of(AssessmentRequest asked, Notifiable notifiable, Optional<TimeLimit> limit) {
            if (notifiable == Notifiable.NO) {
                return new Due(null, null, null);
            }
            if (asked.discovered() == null) {
                return new Due(null, null, "Time runs from discovery: give discoveredAt.");
            }
            return limit.map(known -> new Due(
                            known.notifyBy(asked.discovered()), known.reportBy(asked.discovered()), known.sentence()))
                    .orElseGet(() -> new Due(
                            null,
                            null,
                            "The periods of " + asked.exposure().country().authority()
                                    + " on the day of discovery are not held."));
        }
    }
}
