package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.Forms;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.snapshot.BookJson;
import org.notificationhub.irmer.snapshot.Snapshot;
import org.notificationhub.irmer.snapshot.Snapshots;

/** A year's figures, frozen: what was published can be read again as it was, whatever came to be known since. */
@Path("/v1/irmer/years/{year}/snapshots")
@Tag(name = "IR(ME)R snapshots")
public class SnapshotResource {

    static final String EXAMPLE = """
            { "asOf": "2026-11-23T09:00:00Z" }""";

    private static final String FROZEN = """
            {"asOf":"2026-11-23T09:00:00Z","contact":"…","countingRules":["…"],"demonstration":false,\
            "name":"irmer-notifications-england-2023-24","period":"2023/24","source":"…","tables":[{"columns":[\
            {"kind":"CODE","label":"Modality","name":"modality"},\
            {"kind":"COUNT","label":"Notifications","name":"count","unit":"notifications"}],"finding":"…",\
            "name":"modalities","notes":[],"rows":[[{"type":"text","value":"RADIOTHERAPY"},\
            {"type":"integer","value":244}]],"title":"…"}],"title":"…","version":"1"}""";

    private final Snapshots snapshots;
    private final AsOf asOf;
    private final JsonWebToken token;

    SnapshotResource(Snapshots snapshots, AsOf asOf, JsonWebToken token) {
        this.snapshots = snapshots;
        this.asOf = asOf;
        this.token = token;
    }

    @POST
    @RolesAllowed("analytics:write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Freeze a year's figures as known at a time",
            description =
                    "Every table of the year, with its hash. Nobody can change a snapshot. Each time is frozen once: asked again,"
                            + " the snapshot that is there is the answer. Without asOf the time is now, and a repeat is another one.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SnapshotRequest.class),
                            examples = @ExampleObject(name = "as of a time", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The new snapshot",
            headers = @Header(name = "Location", description = "Where it is read"),
            content = @Content(schema = @Schema(implementation = SnapshotView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The snapshot of that time, taken before",
            content = @Content(schema = @Schema(implementation = SnapshotView.class)))
    @APIResponse(responseCode = "400", description = "asOf is not a time")
    @APIResponse(responseCode = "404", description = "Not a year such as 2023-24")
    public Response take(@Parameter(example = "2023-24") @RestPath String year, SnapshotRequest request) {
        var known = asOf.of(request == null ? null : request.asOf());
        var taken = snapshots.take(year(year), known, token.getSubject());
        var view = SnapshotView.of(taken.snapshot());
        return Response.status(taken.isNew() ? 201 : 200)
                .location(URI.create(view.self()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed("analytics:read")
    @Operation(summary = "The snapshots of a year, newest first")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    @APIResponse(responseCode = "404", description = "Not a year such as 2023-24")
    public RestResponse<Page<SnapshotView>> list(
            @Parameter(example = "2023-24") @RestPath String year,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var size = query.limit(limit);
        query.refuseFaults();
        return Page.answer(
                snapshots.list(year(year), Cursor.parse(cursor), size + 1),
                size,
                SnapshotView::of,
                snapshot -> new Cursor(snapshot.takenAt(), snapshot.id()),
                uri);
    }

    @GET
    @Path("/{id}")
    @Produces(Forms.JSON)
    @RolesAllowed("analytics:read")
    @Operation(
            summary = "A snapshot, as it was frozen",
            description =
                    "The same bytes for ever; their SHA-256 is the hash, and as JSON the ETag. A value says its type; a"
                            + " decimal or a day is a string. As CSV or ODS it is the same book in the usual form.")
    @APIResponse(
            responseCode = "200",
            description = "The frozen book",
            headers = @Header(name = "ETag", description = "The hash"),
            content =
                    @Content(
                            mediaType = Forms.JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "frozen", value = FROZEN)))
    @APIResponse(responseCode = "304", description = "If-None-Match names it")
    @APIResponse(responseCode = "404", description = "The year has no such snapshot")
    @APIResponse(responseCode = "500", description = "SNAPSHOT_DAMAGED: its hash does not fit any more")
    public Response json(
            @Parameter(example = "2023-24") @RestPath String year, @RestPath String id, @Context Request request) {
        var snapshot = snapshot(year, id);
        var tag = new EntityTag(snapshot.hash());
        var frozen = snapshots.frozen(snapshot);
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(frozen, Forms.JSON).tag(tag).build()
                : unchanged.tag(tag).build();
    }

    @GET
    @Path("/{id}")
    @Produces({Forms.CSV + ";qs=0.5", Forms.ODS + ";qs=0.5"})
    @RolesAllowed("analytics:read")
    @Operation(hidden = true)
    public FigureBook book(@RestPath String year, @RestPath String id) {
        return BookJson.read(snapshots.frozen(snapshot(year, id)));
    }

    private Snapshot snapshot(String year, String id) {
        return snapshots.find(year(year), id(id)).orElseThrow(NotFoundException::new);
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private static ReportingYear year(String year) {
        return ReportingYear.parse(year).orElseThrow(NotFoundException::new);
    }
}
