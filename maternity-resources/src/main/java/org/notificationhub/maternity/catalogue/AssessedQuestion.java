package org.notificationhub.maternity.catalogue;

import java.util.List;

/**
 * Something an inspector may ask, and of whom.
 *
 * @param criteria ids of the criteria it is asked under
 * @param evidence what would answer it
 */
public record AssessedQuestion(
        String anchor, String text, List<Audience> audiences, List<String> criteria, List<String> evidence) {
    public AssessedQuestion {
        audiences = Lists.orEmpty(audiences);
        criteria = Lists.orEmpty(criteria);
        evidence = Lists.orEmpty(evidence);
    }
}
