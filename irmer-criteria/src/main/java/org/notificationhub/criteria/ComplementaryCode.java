package org.notificationhub.criteria;

import org.notificationhub.criteria.Assessment.Notifiable;

/**
 * A code that is added to a main one.
 *
 * @param appliesTo null for the one that is for what is not notifiable
 */
public record ComplementaryCode(String code, Condition appliesTo, String sentence, String source) {

    static ComplementaryCode read(Row row) {
        return new ComplementaryCode(
                row.given("code"),
                row.isEmpty("applies_to") ? null : row.condition("applies_to"),
                row.sentence("sentence"),
                row.url("source"));
    }

    boolean fits(Facts facts, Notifiable notifiable) {
        return appliesTo == null
                ? notifiable == Notifiable.NO
                : appliesTo.of(facts).isTrue();
    }
}
