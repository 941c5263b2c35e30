package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.notificationhub.maternity.catalogue.Resource;

/** One version of a resource. A review that changed nothing makes none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(int version, LocalDate publishedAt, String changeNote) {

    static VersionView of(Resource resource) {
        return new VersionView(resource.version(), resource.publishedAt(), resource.changeNote());
    }
}
