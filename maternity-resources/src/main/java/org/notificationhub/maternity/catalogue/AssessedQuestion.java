package org.notificationhub.maternity.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Something an inspector may ask, and of whom.
 *
 * @param criteria ids of the criteria it is asked under
 * @param evidence what would answer it
 * @param references where something like it was read to be asked
 * @param confidence of a question that was read nowhere; null where a reference carries it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssessedQuestion(
        String anchor,
        String text,
        List<Audience> audiences,
        List<String> criteria,
        List<String> evidence,
        List<String> references,
        Confidence confidence) {
    public AssessedQuestion {
        audiences = Lists.orEmpty(audiences);
        criteria = Lists.orEmpty(criteria);
        evidence = Lists.orEmpty(evidence);
        references = Lists.orEmpty(references);
    }
}
