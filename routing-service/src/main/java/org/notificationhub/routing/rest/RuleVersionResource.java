package org.notificationhub.routing.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.decision.Reevaluate;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.decision.RuleVersions;
import org.notificationhub.routing.decision.RuleVersions.Version;

/** The rule tables there have been, and which one is in use. */
@Path("/v1/rules/versions")
@RolesAllowed("deliveries:manage")
@Blocking
public class RuleVersionResource {

    private final RuleBook ruleBook;
    private final RuleVersions versions;
    private final Reevaluate reevaluate;
    private final ObjectMapper json;
    private final JsonWebToken token;

    RuleVersionResource(
            RuleBook ruleBook, RuleVersions versions, Reevaluate reevaluate, ObjectMapper json, JsonWebToken token) {
        this.ruleBook = ruleBook;
        this.versions = versions;
        this.reevaluate = reevaluate;
        this.json = json;
        this.token = token;
    }

    @GET
    @Operation(summary = "Every rule table this hub has been given", description = "The first one first.")
    @APIResponse(responseCode = "200", description = "Who stored it, who put it into use last, and why")
    public Page<Version> list() {
        return new Page<>(versions.all(), null);
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Store a rule table",
            description = "Changes no decision until it is put into use. The same table again changes nothing.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "201", description = "Stored")
    @APIResponse(responseCode = "200", description = "It was there")
    @APIResponse(responseCode = "409", description = "Another table has its edition")
    @APIResponse(responseCode = "422", description = "It is not total, overlaps, lacks law or names an unknown code")
    public RestResponse<StoredTable> store(String table) {
        var rules = CandidateTable.read(ruleBook, table);
        var stored = new StoredTable(rules.version(), rules.all().size());
        var address = URI.create("/v1/rules/versions/" + rules.version());
        return versions.keep(rules.version(), table, actor())
                ? RestResponse.ResponseBuilder.<StoredTable>created(address)
                        .entity(stored)
                        .build()
                : RestResponse.ok(stored);
    }

    @GET
    @Path("/{edition}")
    @Produces("text/csv")
    @Operation(summary = "A rule table as it was stored")
    @APIResponse(responseCode = "404", description = "No table has that edition")
    public String table(@RestPath String edition) {
        return versions.text(edition).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("/{edition}/activation")
    @Operation(
            summary = "Put a rule table into use",
            description = "What is decided from now on is decided by it, at every replica within seconds. Earlier"
                    + " decisions stay; a re-evaluation puts new ones beside them. Who, when and why is kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"reason\": \"CQC now asks trusts to notify police incidents\"}"))
    @APIResponse(responseCode = "200", description = "In use")
    @APIResponse(responseCode = "400", description = "A reason is missing")
    @APIResponse(responseCode = "404", description = "No table has that edition")
    @APIResponse(responseCode = "422", description = "The table cannot be used any more, since words it uses are gone")
    public Version activate(@RestPath String edition, Reason reason) {
        if (reason == null || reason.reason() == null || reason.reason().isBlank()) {
            throw new Refusal(
                    ProblemKind.VALIDATION, List.of(new Fault("/reason", "REQUIRED", "Say why it is put into use")));
        }
        CandidateTable.read(ruleBook, table(edition));
        ruleBook.activate(edition, actor(), reason.reason());
        return versions.all().stream().filter(Version::inUse).findFirst().orElseThrow();
    }

    @POST
    @Path("/{edition}/reevaluation")
    @Produces(Ndjson.MEDIA_TYPE)
    @Operation(
            summary = "Decide anew what other rules decided",
            description = "Streams a line for each notification whose answers changed, then a line with the counts. A"
                    + " new decision stands beside each old one; duties that changed are followed up at once. Broken off,"
                    + " it goes on when it is asked again.")
    @APIResponse(responseCode = "200", description = "A line for each change, and the counts")
    @APIResponse(responseCode = "409", description = "That table is not in use")
    public StreamingOutput reevaluate(@RestPath String edition) {
        if (!ruleBook.rules().version().equals(edition)) {
            throw new Refusal(ProblemKind.RULES_NOT_IN_USE, ProblemKind.RULES_NOT_IN_USE.remedy());
        }
        return out -> {
            var lines = new Ndjson(json, out);
            lines.write(reevaluate.all(lines::write));
        };
    }

    @GET
    @Path("/{edition}/changes")
    @Operation(summary = "What a re-evaluation by this table changed", description = "By the time it was decided anew.")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    public RestResponse<Page<Reevaluate.Changed>> changes(
            @RestPath String edition,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var size = query.limit(limit);
        query.refuseFaults();
        return Page.answer(
                reevaluate.changedBy(edition, Cursor.parse(cursor), size + 1),
                size,
                changed -> changed,
                changed -> new Cursor(changed.decidedAt(), changed.decisionId()),
                uri);
    }

    private String actor() {
        return token.getSubject();
    }

    /** @param rules how many rules it has */
    public record StoredTable(String edition, int rules) {}

    /** Why something is done, for whoever asks later. */
    public record Reason(String reason) {}
}
