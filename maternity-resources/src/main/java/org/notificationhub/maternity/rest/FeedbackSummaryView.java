package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.notificationhub.maternity.feedback.FeedbackSummary;
import org.notificationhub.maternity.feedback.FeedbackSummary.OfResource;

/**
 * What readers said. A null number is withheld: fewer than {@code shownFrom}, or what would give such a number away.
 *
 * @param answers all of them
 */
public record FeedbackSummaryView(
        int shownFrom,
        @JsonInclude(JsonInclude.Include.ALWAYS) Integer answers,
        List<ResourceAnswers> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

    /** Lists are empty where {@code answers} is withheld. Each adds up to it; a column of the trend, to that answer's number. */
    public record ResourceAnswers(
            String resource,
            String title,
            @JsonInclude(JsonInclude.Include.ALWAYS) Integer answers,
            List<Answers> useful,
            List<Answers> audiences,
            List<Answers> versions,
            List<MonthAnswers> trend) {}

    /** @param code of the answer; NOT_SAID where there was none; of versions, the number */
    public record Answers(
            String code,
            @JsonInclude(JsonInclude.Include.ALWAYS) Integer answers) {}

    /** @param month {@code YYYY-MM}, in London */
    public record MonthAnswers(String month, List<Answers> useful) {}

    static FeedbackSummaryView of(FeedbackSummary summary) {
        return new FeedbackSummaryView(
                FeedbackSummary.SHOWN_FROM,
                summary.answers(),
                summary.resources().stream().map(FeedbackSummaryView::of).toList(),
                null);
    }

    private static ResourceAnswers of(OfResource resource) {
        return new ResourceAnswers(
                resource.resource().slug(),
                resource.resource().title(),
                resource.answers(),
                of(resource.useful()),
                of(resource.audiences()),
                of(resource.versions()),
                resource.months().stream()
                        .map(month -> new MonthAnswers(month.month().toString(), of(month.useful())))
                        .toList());
    }

    private static List<Answers> of(List<FeedbackSummary.Cell> cells) {
        return cells.stream()
                .map(cell -> new Answers(cell.code(), cell.answers()))
                .toList();
    }
}
