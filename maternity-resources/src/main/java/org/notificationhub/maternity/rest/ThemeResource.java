package org.notificationhub.maternity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.notificationhub.http.Page;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/** The four themes of the catalogue. */
@Path("/v1/themes")
@Tag(name = "Catalogue")
@PermitAll
public class ThemeResource {

    private final ResourceCatalogue catalogue;

    ThemeResource(ResourceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(summary = "The themes, in order")
    public Page<ThemeView> themes() {
        return new Page<>(catalogue.themes().stream().map(ThemeView::inList).toList(), null);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "A theme and its resources")
    @APIResponse(responseCode = "200", description = "The theme")
    @APIResponse(responseCode = "404", description = "No theme has this slug")
    public ThemeView theme(@Parameter(example = "triage") @RestPath String slug) {
        return catalogue
                .theme(slug)
                .map(theme -> ThemeView.whole(theme, catalogue))
                .orElseThrow(NotFoundException::new);
    }
}
