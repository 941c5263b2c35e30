package org.notificationhub.irmer.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.criteria.Confidence;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.classification.Term;
import org.notificationhub.irmer.classification.TermKind;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/** A term to be added. */
public record TermRequest(
        @Schema(required = true) TermKind kind,

        @Schema(description = "Required but for a factor, where absent means every modality")
        Modality modality,

        @Schema(
                required = true,
                minItems = 1,
                maxItems = 3,
                description = "Codes from tier 1 down to this term; of a factor or a sub-modality its code alone",
                examples = "[\"OPERATOR\", \"PATIENT_CHECKS\", \"WRISTBAND_MISSING\"]")
        List<String> path,

        @Schema(required = true, maxLength = LONGEST, description = "As the source spells it")
        String label,

        @Schema(required = true, description = "Reporting year from which it is valid", examples = "2023/24")
        String firstYear,

        @Schema(description = "The last reporting year; absent while it is in use", examples = "2025/26")
        String lastYear,

        @Schema(maxLength = LONGEST, description = "What an employer can do about it")
        String practicalAction,

        @Schema(
                required = true,
                maxLength = LONGEST,
                description = "Where it was read",
                examples = "Our review board's minutes of May 2026")
        String source) {

    private static final int LONGEST = 300;
    private static final int DEEPEST = 3;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");

    /** Whoever adds a term vouches for its source. */
    Term checked(String by, Instant at) {
        var faults = new ArrayList<Fault>();
        required("/kind", kind, "Say SUB_MODALITY, TIER or FACTOR", faults);
        if (kind != null && kind != TermKind.FACTOR) {
            required("/modality", modality, "Say of which modality it is a word", faults);
        }
        path(faults);
        text("/label", label, faults);
        text("/source", source, faults);
        if (practicalAction != null) {
            text("/practicalAction", practicalAction, faults);
        }
        var first = year("/firstYear", firstYear, faults);
        var last = lastYear == null ? null : year("/lastYear", lastYear, faults);
        if (first != null && last != null && last.startYear() < first.startYear()) {
            faults.add(new Fault("/lastYear", "BEFORE_FIRST_YEAR", "Give a year that is not before firstYear"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, faults);
        }
        return new Term(
                kind,
                modality == null ? "" : modality.name(),
                path,
                label.strip(),
                first,
                last,
                practicalAction == null ? null : practicalAction.strip(),
                source.strip(),
                Confidence.CERTAIN,
                by,
                at);
    }

    private void path(List<Fault> faults) {
        var deepest = kind == TermKind.TIER ? DEEPEST : 1;
        if (path == null || path.isEmpty() || path.size() > deepest) {
            faults.add(new Fault("/path", "REQUIRED", deepest == 1 ? "Give one code" : "Give 1 to 3 codes"));
            return;
        }
        for (var i = 0; i < path.size(); i++) {
            if (path.get(i) == null || !CODE.matcher(path.get(i)).matches()) {
                faults.add(new Fault(
                        "/path/" + i, "NOT_A_CODE", "Use capitals, digits and _ such as WRONG_PATIENT, 60 at most"));
            }
        }
    }

    private static void text(String pointer, String text, List<Fault> faults) {
        var length = text == null ? 0 : text.strip().length();
        if (length == 0 || length > LONGEST || !OneLine.is(text)) {
            faults.add(
                    new Fault(pointer, "REQUIRED", "Give a text on one line, of at most " + LONGEST + " characters"));
        }
    }

    private static void required(String pointer, Object value, String detail, List<Fault> faults) {
        if (value == null) {
            faults.add(new Fault(pointer, "REQUIRED", detail));
        }
    }

    private static ReportingYear year(String pointer, String text, List<Fault> faults) {
        var year = WrittenYear.read(text);
        if (year.isEmpty()) {
            faults.add(new Fault(pointer, "NOT_A_YEAR", "Use a reporting year such as 2023/24"));
        }
        return year.orElse(null);
    }
}
