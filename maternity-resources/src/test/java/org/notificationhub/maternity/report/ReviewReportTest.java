package org.notificationhub.maternity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.notificationhub.maternity.catalogue.Content;
import org.notificationhub.maternity.catalogue.ContentReader;
import org.notificationhub.maternity.report.DueReview.Kind;

class ReviewReportTest {

    private final Content content = ContentReader.read();

    @Test
    void aReviewIsDueOnItsDayAndNotTheDayBefore() {
        assertThat(ReviewReport.dueBy(LocalDate.parse("2027-05-27"), content.resources()))
                .isEmpty();
        assertThat(ReviewReport.dueBy(LocalDate.parse("2027-05-28"), content.resources()))
                .extracting(DueReview::kind, DueReview::resource)
                .containsExactly(
                        tuple(Kind.RESOURCE, "board-oversight-and-voices"),
                        tuple(Kind.RESOURCE, "first-assessment-in-15-minutes"),
                        tuple(Kind.RESOURCE, "measuring-triage"),
                        tuple(Kind.RESOURCE, "telephone-triage"),
                        tuple(Kind.RESOURCE, "visible-safety-champions"));
    }

    @Test
    void anExampleGrowsOldByItselfAndTheMostOverdueComesFirst() {
        var due = ReviewReport.dueBy(LocalDate.parse("2027-11-23"), content.resources());

        assertThat(due).extracting(DueReview::kind).contains(Kind.EXAMPLE);
        assertThat(due).extracting(DueReview::due).isSorted();
        assertThat(due)
                .filteredOn(review -> review.place().equals("birmingham"))
                .extracting(DueReview::resource, DueReview::due)
                .containsExactly(tuple("first-assessment-in-15-minutes", LocalDate.parse("2027-11-23")));
    }

    @Test
    void inTheEndEverythingIsDue() {
        var everything = content.resources().size()
                + content.resources().stream()
                        .mapToInt(resource -> resource.examples().size())
                        .sum();

        assertThat(ReviewReport.dueBy(LocalDate.parse("2100-01-01"), content.resources()))
                .hasSize(everything);
    }
}
