package org.notificationhub.routing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.decision.RuleImpact;
import org.notificationhub.routing.decision.RuleImpact.Changed;
import org.notificationhub.routing.decision.RuleImpact.Kind;

/** What another rule table would change. */
@Path("/v1/rules/impact")
@RolesAllowed("deliveries:manage")
@Blocking
public class RuleImpactResource {

    private final RuleBook ruleBook;
    private final RuleImpact impact;
    private final ObjectMapper json;

    RuleImpactResource(RuleBook ruleBook, RuleImpact impact, ObjectMapper json) {
        this.ruleBook = ruleBook;
        this.impact = impact;
        this.json = json;
    }

    @POST
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a candidate rule table would change",
            description = "Decides by the candidate, on the day and for the class of the first time, whatever has been"
                    + " decided and not withdrawn, and lists what would come out otherwise. Changes nothing. To go on,"
                    + " send the table again with cursor=next. With Accept: application/x-ndjson the whole history is"
                    + " streamed: a line for each decision that would change, a line {\"examined\"} now and then, and"
                    + " the counts at the end. GET /v1/rules as text/csv gives a table to begin with.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", description = "The decisions that would change, how, and how many of each kind")
    @APIResponse(responseCode = "422", description = "It is not total, overlaps, lacks law or names an unknown code")
    public ImpactPage page(
            String table,
            @Parameter(description = "The next of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit) {
        var query = new ListQuery();
        var size = query.limit(limit);
        query.refuseFaults();
        var items = new ArrayList<Changed>();
        var summary =
                impact.of(CandidateTable.read(ruleBook, table), Cursor.parse(cursor), size, items::add, examined -> {});
        return new ImpactPage(
                items,
                summary.examined(),
                summary.changed(),
                summary.kinds(),
                summary.next() == null ? null : summary.next().toString());
    }

    @POST
    @Consumes("text/csv")
    @Produces(Ndjson.MEDIA_TYPE + ";qs=0.5")
    @Operation(hidden = true)
    public StreamingOutput stream(String table) {
        var candidate = CandidateTable.read(ruleBook, table);
        return out -> {
            var lines = new Ndjson(json, out);
            lines.write(impact.of(
                    candidate, null, Integer.MAX_VALUE, lines::write, examined -> lines.write(new Progress(examined))));
        };
    }

    /**
     * One stretch of the history.
     *
     * @param examined how many decisions were looked at for this page
     * @param changed how many of them would be others
     * @param kinds in which ways, and how many of each
     * @param next the cursor to go on with; null where everything has been looked at
     */
    public record ImpactPage(
            List<Changed> items,
            int examined,
            int changed,
            List<Kind> kinds,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next) {}

    record Progress(int examined) {}
}
