package org.notificationhub.maternity.catalogue;

import java.util.List;

/**
 * One of the four themes of the catalogue.
 *
 * @param original the regulator's own page on the theme
 * @param resources slugs, in the order they are shown
 */
public record Theme(String slug, String title, String summary, String original, List<String> resources) {
    public Theme {
        resources = Lists.orEmpty(resources);
    }
}
