package org.notificationhub.maternity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Page;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/** The resources of the catalogue. */
@Path("/v1/resources")
@Tag(name = "Catalogue")
@PermitAll
public class ResourceResource {

    private final ResourceCatalogue catalogue;
    private final Map<String, Tagged<ResourceView>> tagged;

    ResourceResource(ResourceCatalogue catalogue, Tagging tagging) {
        this.catalogue = catalogue;
        this.tagged = catalogue.resources().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Resource::slug, resource -> tagging.tagged(ResourceView.of(resource, catalogue))));
    }

    @GET
    @Operation(
            summary = "Find resources",
            description =
                    "With q, best match first: every word must begin a word of the resource. Without, in the order "
                            + "of the catalogue. Link rel=next and next lead on.")
    @APIResponse(responseCode = "200", description = "A stretch of the list")
    @APIResponse(responseCode = "400", description = "A parameter cannot be used; errors names it")
    public RestResponse<Page<ResourceSummary>> find(
            @Parameter(description = "Slug of a theme", example = "triage") @RestQuery String theme,
            @Parameter(
                            description = "Those with a question for this staff group",
                            example = "BOARD",
                            schema = @Schema(implementation = Audience.class))
                    @RestQuery
                    String audience,
            @Parameter(description = "Words, at most 200 characters", example = "phone calls") @RestQuery String q,
            @Parameter(description = "Where the list goes on, from next") @RestQuery String cursor,
            @Parameter(
                            description = "1 to 200",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50"))
                    @RestQuery
                    String limit,
            UriInfo uri) {
        var wanted = Wanted.of(theme, audience, q, limit, catalogue);
        var found = catalogue.find(wanted.theme(), wanted.audience(), wanted.words());
        return Stretch.of(found, cursor, wanted.limit()).answer(ResourceSummary::of, uri);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "A resource")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            headers = @Header(name = "ETag", description = "Changes with every change of the answer"),
            content = @Content(schema = @Schema(implementation = ResourceView.class)))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "No resource has this slug")
    public Response resource(@Parameter(example = "telephone-triage") @RestPath String slug, @Context Request request) {
        var current = tagged.get(slug);
        if (current == null) {
            throw new NotFoundException();
        }
        return current.to(request);
    }
}
