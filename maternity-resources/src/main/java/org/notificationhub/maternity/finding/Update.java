package org.notificationhub.maternity.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/**
 * A version of a resource that was published. A review that changed nothing is none.
 *
 * @param resource as it was in this version
 * @param changeNote what changed; null for the first version
 */
public record Update(Resource resource, int version, LocalDate publishedAt, String changeNote) {

    private static final Comparator<Update> NEWEST_FIRST =
            Comparator.comparing(Update::publishedAt).reversed();

    /** Newest first; of one day, in the order of the catalogue. */
    public static List<Update> all(ResourceCatalogue catalogue) {
        return catalogue.resources().stream()
                .flatMap(resource -> catalogue.versions(resource.slug()).stream())
                .map(Update::of)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Of each resource the last. */
    public static List<Update> latest(ResourceCatalogue catalogue) {
        return catalogue.resources().stream()
                .map(Update::of)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static Update of(Resource version) {
        return new Update(version, version.version(), version.publishedAt(), version.changeNote());
    }
}
