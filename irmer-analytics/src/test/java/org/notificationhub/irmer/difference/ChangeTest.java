package org.notificationhub.irmer.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.report.ReportingYear;

class ChangeTest {

    private static final ReportingYear YEAR = new ReportingYear(2023);
    private static final ReportingYear BEFORE = new ReportingYear(2022);
    private static final List<Cell> NOWHERE = List.of();

    @Test
    void whatIsCountedNowAndWasNotIsAdded() {
        assertThat(Change.of(NOWHERE, counted(YEAR), YEAR)).isEqualTo(Change.ADDED);
        assertThat(Change.of(counted(BEFORE), counted(YEAR), YEAR)).isEqualTo(Change.ADDED);
        assertThat(Change.of(leftOut("WITHDRAWN"), counted(YEAR), YEAR)).isEqualTo(Change.ADDED);
    }

    @Test
    void whatIsNotCountedAnyMoreSaysWhy() {
        assertThat(Change.of(counted(YEAR), leftOut("WITHDRAWN"), YEAR)).isEqualTo(Change.WITHDRAWN);
        assertThat(Change.of(counted(YEAR), leftOut("TEST"), YEAR)).isEqualTo(Change.LEFT_OUT);
        assertThat(Change.of(counted(YEAR), counted(BEFORE), YEAR)).isEqualTo(Change.LEFT_OUT);
    }

    @Test
    void whatIsCountedElsewhereIsReclassified() {
        var reviewed = with(counted(YEAR), Dimension.TIER, "OPERATOR");

        assertThat(Change.of(counted(YEAR), reviewed, YEAR)).isEqualTo(Change.RECLASSIFIED);
        assertThat(Change.of(reviewed, with(counted(YEAR), Dimension.TIER, "REFERRER"), YEAR))
                .isEqualTo(Change.RECLASSIFIED);
    }

    @Test
    void aReportThatComesInIsAFollowUp() {
        var awaited = with(counted(YEAR), Dimension.REPORTED, "AWAITED");

        assertThat(Change.of(awaited, with(counted(YEAR), Dimension.REPORTED, "IN_TIME"), YEAR))
                .isEqualTo(Change.FOLLOWED_UP);
    }

    @Test
    void whatNeverCountedInTheYearIsNoChangeOfIt() {
        assertThat(Change.of(NOWHERE, leftOut("WITHDRAWN"), YEAR)).isEqualTo(Change.NONE);
        assertThat(Change.of(counted(BEFORE), NOWHERE, YEAR)).isEqualTo(Change.NONE);
        assertThat(Change.of(counted(YEAR), counted(YEAR), YEAR)).isEqualTo(Change.NONE);
    }

    private static List<Cell> counted(ReportingYear year) {
        return List.of(new Cell(year, Dimension.COUNTED, List.of("RADIOTHERAPY", "NHS_ACUTE")));
    }

    private static List<Cell> leftOut(String why) {
        return List.of(new Cell(YEAR, Dimension.LEFT_OUT, List.of("RADIOTHERAPY", why)));
    }

    private static List<Cell> with(Collection<Cell> cells, Dimension dimension, String step) {
        var more = new ArrayList<>(cells);
        more.add(new Cell(YEAR, dimension, List.of("RADIOTHERAPY", step)));
        return more;
    }
}
