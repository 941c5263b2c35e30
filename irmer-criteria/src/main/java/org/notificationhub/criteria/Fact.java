package org.notificationhub.criteria;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the criteria ask about an exposure. A fact that nobody told is unknown, not false. */
public enum Fact {
    MODALITY("modality", "Which modality was it?", "DIAGNOSTIC_IMAGING", "NUCLEAR_MEDICINE", "RADIOTHERAPY"),
    PURPOSE(
            "purpose",
            "What was the exposure for? IMAGING is imaging that guides no intervention and serves no radiotherapy.",
            "IMAGING",
            "INTERVENTIONAL",
            "PLANNING_IMAGING",
            "VERIFICATION_IMAGING",
            "THERAPY"),
    KIND(
            "kind",
            "Was no exposure of any kind intended for the person (ACCIDENTAL), or did one differ from what was intended"
                    + " (UNINTENDED)?",
            "ACCIDENTAL",
            "UNINTENDED"),
    ADULT("adult", Form.YES_NO, "Was the person an adult, and no child?"),
    INTENDED_DOSE("intendedDose_mSv", Form.AMOUNT, "Which effective dose was intended, in millisievert?"),
    TOTAL_DOSE(
            "totalDose_mSv",
            Form.AMOUNT,
            "Which effective dose did the whole incident give, in millisievert: the intended part, the excess and needed"
                    + " repeats?"),
    PREGNANCY("pregnancy", Form.YES_NO, "Was a foetus exposed?"),
    PREGNANCY_PROCEDURE_FAILED(
            "pregnancyProcedureFailed", Form.YES_NO, "Did the procedure for asking about pregnancy fail?"),
    FOETAL_DOSE("foetalDose_mGy", Form.AMOUNT, "Which dose did the foetus get, in milligray?"),
    BREAST_FEEDING("breastFeeding", Form.YES_NO, "Was a breast-fed infant exposed through its mother?"),
    BREAST_FEEDING_PROCEDURE_FAILED(
            "breastFeedingProcedureFailed", Form.YES_NO, "Did the procedure for asking about breast-feeding fail?"),
    INFANT_DOSE("infantDose_mSv", Form.AMOUNT, "Which effective dose did the infant get, in millisievert?"),
    WRONG_RADIOPHARMACEUTICAL(
            "wrongRadiopharmaceutical",
            Form.YES_NO,
            "Was a wrong radiopharmaceutical given, the right isotope with a wrong tracer included?"),
    PROCEDURAL_FAILURE("proceduralFailure", Form.YES_NO, "Did a procedure fail?"),
    DETERMINISTIC_EFFECT(
            "deterministicEffect", Form.YES_NO, "Was a deterministic effect observed, other than transient erythema?"),
    DRL_MULTIPLE(
            "drlMultiple",
            Form.AMOUNT,
            "How many times the local diagnostic reference level was the dose? Without a local one: the national or"
                    + " European level, or past doses."),
    PLANNING_SCANS(
            "planningScans", Form.COUNT, "How many planning scans were made in all to get a usable set of data?"),
    FRACTION_EXPOSURES(
            "fractionExposures",
            Form.COUNT,
            "How many verification exposures were made in one fraction, the intended one included?"),
    REPEAT_CAUSE(
            "repeatCause",
            "Why were verification exposures repeated in one fraction? EQUIPMENT_FAILURE is of hardware or software.",
            "SET_UP_ERROR",
            "EQUIPMENT_FAILURE",
            "OTHER"),
    ADDITIONAL_EXPOSURES(
            "additionalExposures_percent",
            Form.AMOUNT,
            "By how many per cent did verification exposures over the course exceed what was intended or the protocol's?"),
    INTENDED_COURSE(
            "intendedCourse_Gy",
            Form.AMOUNT,
            "Which dose to the planned volume, or to the organ at risk, was intended over the whole course, in gray?"),
    DELIVERED_COURSE(
            "deliveredCourse_Gy", Form.AMOUNT, "Which dose to the same was delivered over the whole course, in gray?"),
    GEOGRAPHICAL_MISS("geographicalMiss", "Was the planned volume missed?", "NONE", "PARTIAL", "TOTAL"),
    PEOPLE_AFFECTED(
            "peopleAffected",
            Form.COUNT,
            "How many people did this incident, or similar ones that form a theme with it, affect?"),
    EQUIPMENT_FAILURE(
            "equipmentFailure",
            Form.YES_NO,
            "Was a failure of equipment, ancillary systems or software the direct cause?"),
    CLINICALLY_SIGNIFICANT(
            "clinicallySignificant",
            Form.YES_NO,
            "Is it clinically significant by the criteria of the professional bodies?");

    public enum Form {
        CODE,
        YES_NO,
        AMOUNT,
        COUNT
    }

    /** The largest number an answer may give, as in a notification. */
    public static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    private final String member;
    private final Form form;
    private final String question;
    private final List<String> codes;

    Fact(String member, Form form, String question) {
        this.member = member;
        this.form = form;
        this.question = question;
        this.codes = List.of();
    }

    Fact(String member, String question, String... codes) {
        this.member = member;
        this.form = Form.CODE;
        this.question = question;
        this.codes = List.of(codes);
    }

    public static Optional<Fact> of(String member) {
        return Arrays.stream(values())
                .filter(fact -> fact.member.equals(member))
                .findFirst();
    }

    /** Its name in a question, a notification and the tables; a unit is part of it. */
    public String member() {
        return member;
    }

    public Form form() {
        return form;
    }

    /** The question that asks a person for it. */
    public String question() {
        return question;
    }

    /** Empty unless it is answered by a code. */
    public List<String> codes() {
        return codes;
    }

    boolean isNumber() {
        return form == Form.AMOUNT || form == Form.COUNT;
    }

    boolean mayBe(String value) {
        return switch (form) {
            case CODE -> codes.contains(value);
            case YES_NO -> List.of("true", "false").contains(value);
            case AMOUNT, COUNT -> false;
        };
    }
}
