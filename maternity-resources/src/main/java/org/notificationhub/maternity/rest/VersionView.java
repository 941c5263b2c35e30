package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.notificationhub.maternity.catalogue.Resource;

/**
 * One version of a resource. A review that changed nothing makes none.
 *
 * @param changeNote absent from the first
 * @param self the version as it was published
 * @param changes what it made different; absent from the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(int version, LocalDate publishedAt, String changeNote, String self, String changes) {

    static VersionView of(Resource version) {
        var number = version.version();
        return new VersionView(
                number,
                version.publishedAt(),
                version.changeNote(),
                address(version),
                number == 1 ? null : address(version.slug(), number - 1) + "/diff/" + number);
    }

    static String address(Resource version) {
        return address(version.slug(), version.version());
    }

    private static String address(String slug, int version) {
        return "/v1/resources/" + slug + "/versions/" + version;
    }
}
