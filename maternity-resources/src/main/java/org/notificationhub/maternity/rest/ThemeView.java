package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.Theme;

/**
 * A theme.
 *
 * @param original the regulator's own page on the theme
 * @param resourceCount how many resources it has
 * @param resources its resources in order; left out of the list of themes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThemeView(
        String slug,
        String title,
        String summary,
        String original,
        int resourceCount,
        List<ResourceSummary> resources,
        String self) {

    static ThemeView inList(Theme theme) {
        return of(theme, null);
    }

    static ThemeView whole(Theme theme, ResourceCatalogue catalogue) {
        return of(
                theme,
                theme.resources().stream()
                        .map(slug -> ResourceSummary.of(catalogue.resource(slug).orElseThrow()))
                        .toList());
    }

    private static ThemeView of(Theme theme, List<ResourceSummary> resources) {
        return new ThemeView(
                theme.slug(),
                theme.title(),
                theme.summary(),
                theme.original(),
                theme.resources().size(),
                resources,
                "/v1/themes/" + theme.slug());
    }
}
