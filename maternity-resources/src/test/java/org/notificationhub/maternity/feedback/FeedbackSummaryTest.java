package org.notificationhub.maternity.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.maternity.catalogue.ContentReader;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.feedback.FeedbackRepository.Tally;
import org.notificationhub.maternity.feedback.FeedbackSummary.Cell;
import org.notificationhub.maternity.feedback.FeedbackSummary.OfResource;

class FeedbackSummaryTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private final List<Resource> resources = ContentReader.read().resources().subList(0, 3);
    private final List<Tally> tallies = new ArrayList<>();

    @Test
    void numbersFromFiveUpAreShown() {
        answered(0, MAY, Useful.YES, 8);
        answered(0, MAY, Useful.PARTLY, 6);
        answered(0, MAY, Useful.NO, 5);
        answered(1, MAY, Useful.YES, 9);
        answered(2, MAY, Useful.YES, 7);

        var summary = FeedbackSummary.of(resources, tallies);

        assertThat(summary.answers()).isEqualTo(35);
        assertThat(summary.resources()).extracting(OfResource::answers).containsExactly(19, 9, 7);
        assertThat(summary.resources().get(0).useful())
                .extracting(Cell::answers)
                .containsExactly(8, 6, 5);
    }

    @Test
    void whereFewAnsweredNothingMoreIsSaid() {
        answered(0, MAY, Useful.YES, 20);
        answered(1, MAY, Useful.YES, 4);
        answered(2, MAY, Useful.NO, 3);

        var few = FeedbackSummary.of(resources, tallies).resources().get(1);

        assertThat(few.answers()).isNull();
        assertThat(few.useful()).isEmpty();
        assertThat(few.months()).isEmpty();
    }

    @Test
    void oneSmallResourceIsNotWorkedOutFromTheOthers() {
        answered(0, MAY, Useful.YES, 20);
        answered(1, MAY, Useful.YES, 9);
        answered(2, MAY, Useful.NO, 3);

        assertThat(FeedbackSummary.of(resources, tallies).resources())
                .extracting(OfResource::answers)
                .containsExactly(20, null, null);
    }

    @Test
    void monthsShowTheTrendOfEachAnswerThatIsShown() {
        answered(0, MAY, Useful.YES, 6);
        answered(0, JUNE, Useful.YES, 12);
        answered(0, MAY, Useful.PARTLY, 5);
        answered(0, JUNE, Useful.PARTLY, 7);
        answered(0, MAY, Useful.NO, 4);
        answered(0, JUNE, Useful.NO, 9);

        var months = only().months();

        assertThat(months.get(0).useful()).extracting(Cell::answers).containsExactly(6, 5, null);
        assertThat(months.get(1).useful()).extracting(Cell::answers).containsExactly(12, 7, null);
    }

    @Test
    void whereAnAnswerIsWithheldSoAreItsMonths() {
        answered(0, MAY, Useful.YES, 30);
        answered(0, MAY, Useful.PARTLY, 8);
        answered(0, MAY, Useful.NO, 2);

        var of = only();

        assertThat(of.useful()).extracting(Cell::answers).containsExactly(30, null, null);
        assertThat(of.months().get(0).useful()).extracting(Cell::answers).containsExactly(30, null, null);
    }

    @Test
    void fewerThanFiveInAllAreNotCounted() {
        answered(0, MAY, Useful.YES, 4);

        var summary = FeedbackSummary.of(resources, tallies);

        assertThat(summary.answers()).isNull();
        assertThat(summary.resources()).extracting(OfResource::answers).containsOnlyNulls();
    }

    /** With others that have enough, so that it stands for itself. */
    private OfResource only() {
        answered(1, MAY, Useful.YES, 50);
        answered(2, MAY, Useful.YES, 50);
        return FeedbackSummary.of(resources, tallies).resources().get(0);
    }

    private void answered(int resource, YearMonth month, Useful useful, int answers) {
        tallies.add(new Tally(resources.get(resource).id(), 1, month, useful, Respondent.MANAGER, answers));
    }
}
