package org.notificationhub.maternity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.notificationhub.http.Page;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.VersionDiff;

/** What resources said before, and what was changed. */
@Path("/v1/resources/{slug}/versions")
@Tag(name = "Versions")
@PermitAll
public class VersionResource {

    private final ResourceCatalogue catalogue;
    private final Tagging tagging;

    VersionResource(ResourceCatalogue catalogue, Tagging tagging) {
        this.catalogue = catalogue;
        this.tagging = tagging;
    }

    @GET
    @Operation(summary = "The versions of a resource, newest first")
    @APIResponse(responseCode = "200", description = "All of them; there is no next")
    @APIResponse(responseCode = "404", description = "No resource has this slug")
    public Page<VersionView> versions(@Parameter(example = "telephone-triage") @RestPath String slug) {
        var versions = catalogue.versions(slug);
        if (versions.isEmpty()) {
            throw new NotFoundException();
        }
        return new Page<>(versions.stream().map(VersionView::of).toList(), null);
    }

    @GET
    @Path("/{version}")
    @Operation(
            summary = "A version of a resource",
            description = "As it was published. Its references are shown as they are described today.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            headers = @Header(name = "ETag", description = "Changes with every change of the answer"),
            content = @Content(schema = @Schema(implementation = ResourceView.class)))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "No resource has this slug, or it has no such version")
    public Response version(
            @Parameter(example = "telephone-triage") @RestPath String slug,
            @Parameter(example = "1") @RestPath String version,
            @Context Request request) {
        return tagging.tagged(ResourceView.ofVersion(find(slug, version), catalogue))
                .to(request);
    }

    @GET
    @Path("/{version}/diff/{other}")
    @Operation(
            summary = "What is different in another version",
            description =
                    "Line by line in the order of the other text, with the words that were added and removed. A line"
                            + " is one that can be cited, with its anchor. Where the other is the earlier one, the way back is told.")
    @APIResponse(
            responseCode = "200",
            description = "The differences; none between a version and itself",
            headers = @Header(name = "ETag", description = "Changes with every change of the answer"),
            content = @Content(schema = @Schema(implementation = DiffView.class)))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "No resource has this slug, or it has no such version")
    public Response diff(
            @Parameter(example = "telephone-triage") @RestPath String slug,
            @Parameter(example = "1") @RestPath String version,
            @Parameter(example = "2") @RestPath String other,
            @Context Request request) {
        var diff = VersionDiff.between(find(slug, version), find(slug, other));
        return tagging.tagged(DiffView.of(diff)).to(request);
    }

    private Resource find(String slug, String version) {
        if (!version.matches("[1-9][0-9]{0,4}")) {
            throw new NotFoundException();
        }
        return catalogue.version(slug, Integer.parseInt(version)).orElseThrow(NotFoundException::new);
    }
}
