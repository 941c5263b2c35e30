package org.notificationhub.criteria;

import java.util.regex.Pattern;

/** Reads a row of the criteria. */
final class CriterionReader {

    private static final String THE_CONTRARY = "otherwise";
    private static final Pattern CODE = Pattern.compile("[1-9](\\.[1-9][a-c]?)?");

    private CriterionReader() {}

    static Criterion read(Row row) {
        var confidence = row.code("confidence", Confidence.class);
        var met = row.condition("met_if");
        var contrary = row.given("not_met_if").equals(THE_CONTRARY);
        if (contrary && confidence != Confidence.CERTAIN) {
            throw new IllegalArgumentException("what is not certain cannot say what is not notifiable");
        }
        var settled = confidence == Confidence.CERTAIN && contrary && row.isEmpty("open_if");
        if (!settled && row.isEmpty("unsettled")) {
            throw new IllegalArgumentException("it does not say what is unsettled");
        }
        return new Criterion(
                code(row),
                row.code("category", Category.class),
                row.given("edition"),
                row.inForce(),
                row.condition("applies_to"),
                met,
                contrary ? new Condition.Not(met) : row.condition("not_met_if"),
                row.isEmpty("open_if") ? Condition.NEVER : row.condition("open_if"),
                confidence,
                row.sentence("sentence"),
                row.isEmpty("unsettled") ? null : row.sentence("unsettled"),
                row.url("source"));
    }

    private static String code(Row row) {
        var code = row.optional("code");
        if (code != null && !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("its code cannot be read");
        }
        return code;
    }
}
