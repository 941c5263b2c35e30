package org.notificationhub.criteria;

/** What a word of the criteria meant on a day. */
public record Definition(
        String term, Condition appliesTo, InForce inForce, Confidence confidence, String meaning, String source) {

    static Definition read(Row row) {
        return new Definition(
                row.given("term"),
                row.condition("applies_to"),
                row.inForce(),
                row.code("confidence", Confidence.class),
                row.sentence("meaning"),
                row.url("source"));
    }

    boolean isUsedBy(Exposure exposure) {
        return inForce.in(exposure.country(), exposure.on())
                && appliesTo.of(exposure.facts()).isTrue();
    }
}
