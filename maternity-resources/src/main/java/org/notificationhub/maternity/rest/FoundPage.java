package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.notificationhub.http.Page;
import org.notificationhub.maternity.finding.Findings;
import org.notificationhub.maternity.finding.Found;

/**
 * One stretch of what was found.
 *
 * @param next where the list goes on, or null at its end
 * @param total how many were found
 * @param searchedFor the words as they are spelt in the catalogue; left out where they were searched for as given
 * @param matched SOME where no resource has every word; left out where no words were given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundPage(
        List<ResourceSummary> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next,
        int total,
        String searchedFor,
        Matched matched) {

    static FoundPage of(Page<Found> page, Findings findings) {
        return new FoundPage(
                page.items().stream()
                        .map(found ->
                                findings.byWords() ? ResourceSummary.of(found) : ResourceSummary.of(found.resource()))
                        .toList(),
                page.next(),
                findings.all().size(),
                findings.asked().spelt(),
                !findings.byWords() ? null : findings.asked().partly() ? Matched.SOME : Matched.ALL);
    }

    /** Whether each resource has every word. */
    public enum Matched {
        ALL,
        SOME
    }
}
