package org.notificationhub.maternity.rest;

import java.time.LocalDate;
import java.util.List;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Resource;

/** A resource in a list. */
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
        String self) {

    static ResourceSummary of(Resource resource) {
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
                "/v1/resources/" + resource.slug());
    }
}
