package org.notificationhub.irmer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.irmer.report.Tables.LONG_AFTER;
import static org.notificationhub.irmer.report.Tables.rows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.report.ErrorTree.Node;

/** The tables of a year, above all those whose margins were read of CQC's report for 2023/24. */
class AnnualTablesTest {

    @Test
    void subModalitiesOfRadiotherapyAddUpTo100() {
        var table = Tables.of(CountsOf.published()).subModalities();

        assertThat(rows(table, "modality", "subModality", "count", "percent"))
                .containsExactly(
                        "DIAGNOSTIC_IMAGING NOT_KNOWN 447 100",
                        "NUCLEAR_MEDICINE NOT_KNOWN 128 100",
                        "RADIOTHERAPY EXTERNAL_BEAM 130 53",
                        "RADIOTHERAPY PLANNING_AND_VERIFICATION_IMAGING 108 44",
                        "RADIOTHERAPY BRACHYTHERAPY 6 3");
        assertThat(table.finding()).isEqualTo("Radiotherapy: EXTERNAL_BEAM was 53% (130 of 244).");
    }

    /** 65% and 25% are published, without counts; 291 and 112 are among those they can stand for. */
    @Test
    void subModalitiesOfDiagnosticImagingAreRoundedToTheNearest() {
        var table = Tables.of(CountsOf.year(2023)
                        .of(Dimension.COUNTED, "DIAGNOSTIC_IMAGING>NOT_STATED 447")
                        .of(Dimension.SUB_MODALITY, """
                                DIAGNOSTIC_IMAGING>CT 291
                                DIAGNOSTIC_IMAGING>PLAIN_FILM 112
                                DIAGNOSTIC_IMAGING 44
                                """))
                .subModalities();

        assertThat(rows(table, "subModality", "percent")).containsExactly("CT 65", "PLAIN_FILM 25", "NOT_KNOWN 10");
    }

    @Test
    void thePublishedTiersAreReproduced() {
        var tree = Tables.of(CountsOf.published()).errorTree(Scope.of(Modality.DIAGNOSTIC_IMAGING));

        assertThat(tree.count()).isEqualTo(447);
        assertThat(tree.awaitingReview()).isEqualTo(39);
        assertThat(tree.nodes())
                .extracting(Node::code, Node::count)
                .containsExactly(
                        tuple("OPERATOR", 183),
                        tuple("REFERRER", 146),
                        tuple("EQUIPMENT", 67),
                        tuple("PRACTITIONER", 10),
                        tuple("EMPLOYER", 2));
        var referrer = tree.nodes().get(1);
        assertThat(referrer.children())
                .extracting(Node::code, Node::count, Node::notClassifiedFurther)
                .containsExactly(tuple("INCORRECT_REFERRAL", 100, 0), tuple("INCORRECT_INFORMATION", 46, 46));
        // "88 (20%)" in the report
        assertThat(referrer.children().get(0).children().get(0))
                .isEqualTo(new Node("WRONG_PATIENT", "WRONG_PATIENT", 88, 20, 0, List.of()));
    }

    @Test
    void aNodeSaysWhatIsInNoneOfItsChildren() {
        var tree = Tables.of(CountsOf.published()).errorTree(Scope.of(Modality.RADIOTHERAPY));

        var referrer = tree.nodes().get(0);
        assertThat(referrer.count()).isEqualTo(18);
        assertThat(referrer.notClassifiedFurther()).isEqualTo(11);
        assertThat(referrer.children())
                .extracting(Node::code, Node::count, Node::notClassifiedFurther)
                .containsExactly(tuple("INCORRECT_INFORMATION", 7, 2));
    }

    @Test
    void everyNotificationOfAModalityIsInOneRowOfItsErrors() {
        var tables = Tables.of(CountsOf.published());

        var table = tables.errors(tables.scopes(null));

        assertThat(rows(table, "modality", "tier1", "tier2", "tier3", "count", "percent"))
                .contains(
                        "DIAGNOSTIC_IMAGING REFERRER INCORRECT_REFERRAL WRONG_PATIENT 88 20",
                        "DIAGNOSTIC_IMAGING REFERRER INCORRECT_INFORMATION NOT_CLASSIFIED_FURTHER 46 10",
                        "DIAGNOSTIC_IMAGING EQUIPMENT NOT_CLASSIFIED_FURTHER [z] 67 15",
                        "DIAGNOSTIC_IMAGING AWAITING_REVIEW [z] [z] 39 9",
                        "RADIOTHERAPY REFERRER NOT_CLASSIFIED_FURTHER [z] 11 5",
                        "NUCLEAR_MEDICINE AWAITING_REVIEW [z] [z] 128 100");
        assertThat(sum(table, "count")).isEqualTo(819);
        assertThat(table.finding())
                .isEqualTo("Diagnostic imaging: most often from OPERATOR, in 41% of notifications (183 of 447)."
                        + " Radiotherapy: most often from REFERRER, in 7% of notifications (18 of 244).");
    }

    @Test
    void aCodeIsExplainedWhereItsTextIsHeld() {
        var table = Tables.of(CountsOf.year(2023)
                        .of(Dimension.COUNTED, "RADIOTHERAPY>NOT_STATED 4")
                        .of(Dimension.CODE, "RADIOTHERAPY>1 2\nRADIOTHERAPY>8 1\nRADIOTHERAPY 1"))
                .codes();

        assertThat(rows(table, "modality", "code", "edition", "criterion", "unsettled", "count", "percent"))
                .containsExactly(
                        "ALL 1 SAUE_2023 An accidental exposure. [z] 2 50",
                        "ALL 8 [x] [x] [x] 1 25",
                        "ALL NOT_KNOWN [z] No code was given [z] 1 25",
                        "RADIOTHERAPY 1 SAUE_2023 An accidental exposure. [z] 2 50",
                        "RADIOTHERAPY 8 [x] [x] [x] 1 25",
                        "RADIOTHERAPY NOT_KNOWN [z] No code was given [z] 1 25");
        assertThat(table.finding()).isEqualTo("Code 1 was the commonest, given by 50% of notifications (2 of 4).");
    }

    @Test
    void aNotificationCountsWithEachComplementaryCode() {
        var table = Tables.of(CountsOf.year(2023)
                        .of(Dimension.COUNTED, "RADIOTHERAPY>NOT_STATED 2\nNUCLEAR_MEDICINE>NOT_STATED 2")
                        .of(Dimension.COMPLEMENTARY_CODE, """
                                RADIOTHERAPY>EQUIPMENT 2
                                RADIOTHERAPY>VOLUNTARY 1
                                NUCLEAR_MEDICINE>EQUIPMENT 1
                                """))
                .complementaryCodes();

        assertThat(rows(table, "modality", "code", "meaning", "count", "percent"))
                .containsExactly(
                        "ALL EQUIPMENT Equipment failed. 3 75",
                        "ALL VOLUNTARY [x] 1 25",
                        "NUCLEAR_MEDICINE EQUIPMENT Equipment failed. 1 50",
                        "RADIOTHERAPY EQUIPMENT Equipment failed. 2 100",
                        "RADIOTHERAPY VOLUNTARY [x] 1 50");
    }

    @Test
    void aFactorStandsBesideItselfTheYearBefore() {
        var now = CountsOf.year(2023)
                .of(Dimension.COUNTED, "RADIOTHERAPY>NOT_STATED 10\nNUCLEAR_MEDICINE>NOT_STATED 10")
                .of(Dimension.FACTOR, """
                        RADIOTHERAPY>IDENTITY_CHECK_MISSED>STATED 1
                        RADIOTHERAPY>IDENTITY_CHECK_MISSED>CONFIRMED 4
                        NUCLEAR_MEDICINE>IDENTITY_CHECK_MISSED>STATED 1
                        RADIOTHERAPY>WORKLOAD>STATED 2
                        NUCLEAR_MEDICINE 9
                        """);
        var before = CountsOf.year(2022)
                .of(Dimension.COUNTED, "RADIOTHERAPY>NOT_STATED 8")
                .of(Dimension.FACTOR, "RADIOTHERAPY>IDENTITY_CHECK_MISSED>STATED 2\nRADIOTHERAPY>SOFTWARE>STATED 1");
        var table = Tables.of(now, before, LONG_AFTER).factors();

        assertThat(rows(
                        table,
                        "modality",
                        "factor",
                        "count",
                        "percent",
                        "confirmed",
                        "stated",
                        "countBefore",
                        "percentBefore",
                        "change",
                        "changeInShare"))
                .contains(
                        "ALL IDENTITY_CHECK_MISSED 6 30 4 2 2 25 4 5",
                        "ALL WORKLOAD 2 10 0 2 0 0 2 10",
                        "ALL SOFTWARE 0 0 0 0 1 13 -1 -13",
                        "ALL NOT_KNOWN 9 45 [z] [z] 0 0 9 45",
                        "RADIOTHERAPY IDENTITY_CHECK_MISSED 5 50 4 1 2 25 3 25",
                        "NUCLEAR_MEDICINE IDENTITY_CHECK_MISSED 1 10 0 1 [x] [x] [x] [x]");
        assertThat(rows(table, "factor", "factorLabel", "practicalAction"))
                .contains(
                        "IDENTITY_CHECK_MISSED Identity check missed Ask for three identifiers.",
                        "WORKLOAD WORKLOAD [x]",
                        "NOT_KNOWN None named [z]");
        assertThat(table.finding())
                .isEqualTo("Identity check missed was named most, in 30% of notifications (6 of 20), after 25% (2 of 8)"
                        + " the year before.");
    }

    /** Due on the last day of October 2023, when clocks have gone back: its end in London is at midnight UTC. */
    @ParameterizedTest(name = "as of {0}: {1} overdue, {2} not yet due, {3}% in time")
    @CsvSource({"2023-10-31T23:59:59Z, 1, 2, 50", "2023-11-01T00:00:00Z, 2, 1, 40", "2024-04-30T23:30:00Z, 3, 0, 33"})
    void aReportIsOverdueOnceItsDayInLondonIsOver(Instant asOf, int overdue, int notYetDue, int percent) {
        var counts = CountsOf.year(2023)
                .of(Dimension.COUNTED, "RADIOTHERAPY>NOT_STATED 7")
                .of(Dimension.NOTIFIED, """
                        RADIOTHERAPY>IN_TIME 5
                        RADIOTHERAPY>LATE 1
                        RADIOTHERAPY>NOT_KNOWN 1
                        """)
                .of(Dimension.REPORTED, """
                        RADIOTHERAPY>IN_TIME 2
                        RADIOTHERAPY>LATE 1
                        RADIOTHERAPY>NOT_KNOWN 1
                        RADIOTHERAPY>AWAITED>2023-10-30 1
                        RADIOTHERAPY>AWAITED>2023-10-31 1
                        RADIOTHERAPY>AWAITED>2024-04-30 1
                        """);
        var table = Tables.of(counts, CountsOf.year(2022), asOf).timeliness();

        assertThat(rows(
                        table,
                        "modality",
                        "step",
                        "inTime",
                        "late",
                        "overdue",
                        "notYetDue",
                        "notKnown",
                        "percentInTime"))
                .contains(
                        "ALL NOTIFIED 5 1 [z] [z] 1 83",
                        "RADIOTHERAPY NOTIFIED 5 1 [z] [z] 1 83",
                        "NUCLEAR_MEDICINE NOTIFIED 0 0 [z] [z] 0 [z]",
                        "ALL REPORTED 2 1 %d %d 1 %d".formatted(overdue, notYetDue, percent));
    }

    @Test
    void everyTableOfAYearHasAFindingAndSaysHowItIsRounded() {
        assertThat(Tables.of(CountsOf.published()).all()).allSatisfy(table -> {
            assertThat(table.finding()).endsWith(".");
            assertThat(table.notes().get(0)).containsAnyOf("rounded", "exact");
        });
        assertThat(Tables.of(CountsOf.year(2023)).all())
                .allSatisfy(table -> assertThat(table.finding()).isNotBlank());
    }

    private static int sum(FigureTable table, String column) {
        return rows(table, column).stream().mapToInt(Integer::parseInt).sum();
    }
}
