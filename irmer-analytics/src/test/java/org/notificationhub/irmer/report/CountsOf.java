package org.notificationhub.irmer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.count.Dimension;

/** Counts as a test tells of them: {@code RADIOTHERAPY>BRACHYTHERAPY 6}, a path and how many. */
final class CountsOf {

    private final ReportingYear year;
    private final List<Count> counts = new ArrayList<>();

    private CountsOf(ReportingYear year) {
        this.year = year;
    }

    static CountsOf year(int startYear) {
        return new CountsOf(new ReportingYear(startYear));
    }

    /**
     * The margins that were read of CQC's report for 2023/24. Where only part of a tier was read, the rest is classified no
     * further, and what was read of no tier awaits review.
     */
    static CountsOf published() {
        return year(2023)
                .of(Dimension.COUNTED, """
                        DIAGNOSTIC_IMAGING>NOT_STATED 447
                        RADIOTHERAPY>NOT_STATED 244
                        NUCLEAR_MEDICINE>NOT_STATED 128
                        """)
                .of(Dimension.SUB_MODALITY, """
                        RADIOTHERAPY>EXTERNAL_BEAM 130
                        RADIOTHERAPY>PLANNING_AND_VERIFICATION_IMAGING 108
                        RADIOTHERAPY>BRACHYTHERAPY 6
                        DIAGNOSTIC_IMAGING 447
                        NUCLEAR_MEDICINE 128
                        """)
                .of(Dimension.TIER, """
                        DIAGNOSTIC_IMAGING>EMPLOYER>EMPLOYERS_RESPONSIBILITY>EQUIPMENT_NOT_FIT_FOR_PURPOSE 1
                        DIAGNOSTIC_IMAGING>EMPLOYER>EMPLOYERS_RESPONSIBILITY>INADEQUATE_TRAINING_SUPERVISION 1
                        DIAGNOSTIC_IMAGING>REFERRER>INCORRECT_REFERRAL>WRONG_PATIENT 88
                        DIAGNOSTIC_IMAGING>REFERRER>INCORRECT_REFERRAL>WRONG_TIMING 10
                        DIAGNOSTIC_IMAGING>REFERRER>INCORRECT_REFERRAL>WRONG_REQUESTED_MODALITY 2
                        DIAGNOSTIC_IMAGING>REFERRER>INCORRECT_INFORMATION 46
                        DIAGNOSTIC_IMAGING>PRACTITIONER>JUSTIFICATION 8
                        DIAGNOSTIC_IMAGING>PRACTITIONER>SAFETY_CHECKS 1
                        DIAGNOSTIC_IMAGING>PRACTITIONER>PROTOCOL 1
                        DIAGNOSTIC_IMAGING>OPERATOR>PRE_EXPOSURE_CHECKS 107
                        DIAGNOSTIC_IMAGING>OPERATOR>PATIENT_CHECKS 29
                        DIAGNOSTIC_IMAGING>OPERATOR>CLINICAL_HISTORY 23
                        DIAGNOSTIC_IMAGING>OPERATOR>POST_EXAMINATION 18
                        DIAGNOSTIC_IMAGING>OPERATOR>AUTHORISATION 5
                        DIAGNOSTIC_IMAGING>OPERATOR>PHARMACEUTICAL_CONTRAST 1
                        DIAGNOSTIC_IMAGING>EQUIPMENT 67
                        DIAGNOSTIC_IMAGING 39
                        RADIOTHERAPY>REFERRER>INCORRECT_INFORMATION>FAILURE_TO_CANCEL_A_REQUEST_MADE_IN_ERROR 5
                        RADIOTHERAPY>REFERRER>INCORRECT_INFORMATION 2
                        RADIOTHERAPY>REFERRER 11
                        RADIOTHERAPY 226
                        NUCLEAR_MEDICINE 128
                        """);
    }

    CountsOf of(Dimension dimension, String lines) {
        lines.lines().map(line -> count(dimension, line)).forEach(counts::add);
        return this;
    }

    List<Count> all() {
        return counts;
    }

    YearCounts added() {
        return YearCounts.of(year, counts);
    }

    private Count count(Dimension dimension, String line) {
        var space = line.lastIndexOf(' ');
        return new Count(
                new Cell(year, dimension, Arrays.asList(line.substring(0, space).split(">"))),
                Integer.parseInt(line.substring(space + 1)));
    }
}
