package org.notificationhub.maternity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.notificationhub.http.Page;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.KeyQuestion;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.finding.FindResources;

/** The resources of the catalogue. */
@Path("/v1/resources")
@Tag(name = "Catalogue")
@PermitAll
public class ResourceResource {

    private final ResourceCatalogue catalogue;
    private final FindResources findResources;
    private final Tagging tagging;
    private final Map<String, Tagged<ResourceView>> tagged;

    ResourceResource(ResourceCatalogue catalogue, FindResources findResources, Tagging tagging) {
        this.catalogue = catalogue;
        this.findResources = findResources;
        this.tagging = tagging;
        this.tagged = catalogue.resources().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Resource::slug, resource -> tagging.tagged(ResourceView.of(resource, catalogue))));
    }

    @GET
    @Operation(
            summary = "Find resources",
            description =
                    "With q, best match first: words in any form, abbreviations, and the nearest word of the catalogue to "
                            + "one that is misspelt; quotes, OR and a minus are understood. Without, in the order of the "
                            + "catalogue. Link rel=next and next lead on.")
    @APIResponse(
            responseCode = "200",
            description = "A stretch of the list",
            headers = @Header(name = "ETag", description = "Changes with every change of the answer"),
            content = @Content(schema = @Schema(implementation = FoundPage.class)))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter cannot be used; errors names it")
    public Response find(
            @Parameter(description = "Slug of a theme", example = "triage") @RestQuery String theme,
            @Parameter(
                            description = "Those with a question for this staff group",
                            example = "BOARD",
                            schema = @Schema(implementation = Audience.class))
                    @RestQuery
                    String audience,
            @Parameter(
                            description = "Those with a question asked under it; with audience, the same question",
                            example = "WELL_LED",
                            schema = @Schema(implementation = KeyQuestion.class))
                    @RestQuery
                    String keyQuestion,
            @Parameter(description = "Words, at most 200 characters", example = "phone calls") @RestQuery String q,
            @Parameter(
                            description = "Those of which a version was published on this day or later",
                            example = "2026-11-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    String changedSince,
            @Parameter(description = "Where the list goes on, from next") @RestQuery String cursor,
            @Parameter(
                            description = "1 to 200",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50"))
                    @RestQuery
                    String limit,
            @Context UriInfo uri,
            @Context Request request) {
        var query = ResourceQuery.of(theme, audience, keyQuestion, q, changedSince, limit, catalogue);
        var findings = findResources.find(query.wanted());
        var stretch = Stretch.of(findings.all(), cursor, query.limit());
        var found = findResources.shown(stretch.items(), findings.asked(), query.wanted());
        var page = Page.answer(found, stretch.cursor(), uri);
        var view = FoundPage.of(page.getEntity(), findings);
        return Response.fromResponse(tagging.tagged(view).to(request))
                .header(HttpHeaders.LINK, page.getHeaderString(HttpHeaders.LINK))
                .build();
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
