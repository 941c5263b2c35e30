package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.finding.Found;

/**
 * A resource in a list.
 *
 * @param page where a person reads it
 * @param found where what was looked for stands in it; left out where no words were given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceSummary(
        String slug,
        String title,
        String summary,
        String theme,
        List<Audience> audiences,
        int version,
        LocalDate publishedAt,
        LocalDate lastReviewedAt,
        LocalDate reviewDue,
        String self,
        String page,
        Highlights found) {

    /** Texts as HTML whose only element is {@code mark}, around words that were looked for. */
    public record Highlights(String title, String summary, List<Highlight> lines) {}

    /** @param link leads to the line on the page */
    public record Highlight(String anchor, String kind, String text, String link) {}

    static ResourceSummary of(Resource resource) {
        return of(resource, null);
    }

    static ResourceSummary of(Found found) {
        var resource = found.resource();
        return of(
                resource,
                new Highlights(
                        found.title().html(),
                        found.summary().html(),
                        found.lines().stream()
                                .map(line -> new Highlight(
                                        line.anchor(),
                                        line.kind().name(),
                                        line.text().html(),
                                        Permalink.of(resource, line.anchor())))
                                .toList()));
    }

    private static ResourceSummary of(Resource resource, Highlights found) {
        return new ResourceSummary(
                resource.slug(),
                resource.title(),
                resource.summary(),
                resource.theme(),
                resource.audiences(),
                resource.version(),
                resource.publishedAt(),
                resource.lastReviewedAt(),
                resource.reviewDue(),
                "/v1/resources/" + resource.slug(),
                Permalink.of(resource),
                found);
    }
}
