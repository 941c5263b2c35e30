package org.notificationhub.maternity.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/**
 * A version of a resource that was published. A review that changed nothing is none.
 *
 * @param changeNote what changed; null for the first version
 */
public record Update(Resource resource, int version, LocalDate publishedAt, String changeNote) {

    /** Newest first; of one day, in the order of the catalogue. */
    public static List<Update> all(ResourceCatalogue catalogue) {
        return catalogue.resources().stream()
                .map(resource ->
                        new Update(resource, resource.version(), resource.publishedAt(), resource.changeNote()))
                .sorted(Comparator.comparing(Update::publishedAt).reversed())
                .toList();
    }
}
