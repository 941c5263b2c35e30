package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.activity.ActivityReader;
import org.notificationhub.irmer.activity.StateActivity;
import org.notificationhub.irmer.assessment.StrictJson;
import org.notificationhub.irmer.count.Counts;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.snapshot.Sha256;

/** How much was done in a year that could have gone wrong, and who is expected to notify: the denominators of rates. */
@Path("/v1/irmer/activity/{year}")
@Tag(name = "IR(ME)R activity")
@Blocking
public class ActivityResource {

    static final String JSON_EXAMPLE = """
            { "publishedOn": "2024-09-26", "source": "https://cqc.org.uk/news/cqc-publish-irmer-report-2023-2024",
              "figures": [
                { "modality": "RADIOTHERAPY", "amount": 116000, "bound": "ABOUT", "unit": "episodes of radiotherapy treatment" },
                { "modality": "RADIOTHERAPY", "providerId": "RJ1", "amount": 5200, "bound": "EXACT",
                  "unit": "episodes of radiotherapy treatment" } ] }""";

    static final String CSV_EXAMPLE = """
            published_on,source,modality,provider_id,amount,bound,unit
            2024-09-26,https://cqc.org.uk/news/cqc-publish-irmer-report-2023-2024,RADIOTHERAPY,,116000,ABOUT,episodes of radiotherapy treatment
            2024-09-26,https://cqc.org.uk/news/cqc-publish-irmer-report-2023-2024,RADIOTHERAPY,RJ1,5200,EXACT,episodes of radiotherapy treatment
            """;

    private static final String CSV = "text/csv";
    private static final int LARGEST_BYTES = 8 * 1024 * 1024;
    private static final String TOO_LARGE = "The figures of a year are at most 8 MiB.";

    private final ActivityReader activities;
    private final StateActivity stateActivity;
    private final Counts counts;
    private final AsOf asOf;
    private final Clock clock;

    ActivityResource(ActivityReader activities, StateActivity stateActivity, Counts counts, AsOf asOf, Clock clock) {
        this.activities = activities;
        this.stateActivity = stateActivity;
        this.counts = counts;
        this.asOf = asOf;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed("analytics:write")
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "State how much was done in a year, with its publication",
            description =
                    "Adds what is new or different to what is known of the year; figures that are not named stay, and nothing"
                            + " is ever replaced, so asOf still answers what was known before. Of several publications the newest"
                            + " counts. The same again changes nothing. A figure with a provider makes that provider one that is"
                            + " expected to notify; one of zero says that it is not. Either every figure is taken or none.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        examples = @ExampleObject(name = "figures", value = JSON_EXAMPLE)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "table", value = CSV_EXAMPLE))
            })
    @APIResponse(
            responseCode = "200",
            description = "What is known of the year now",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "400", description = "Cannot be read, or has faults: each is named")
    @APIResponse(responseCode = "404", description = "Not a year such as 2023-24")
    @APIResponse(responseCode = "413", description = "Larger than 8 MiB")
    public Response state(
            @Parameter(example = "2023-24") @RestPath String year, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        var stated = ReportingYear.parse(year).orElseThrow(NotFoundException::new);
        var figures = figures(stated, headers, body);
        return QuarkusTransaction.requiringNew().call(() -> {
            var recordedAt = counts.open();
            var changed = stateActivity.state(stated, figures, recordedAt);
            var known = activities.activities(stated, stated, recordedAt);
            return Response.ok(ActivityView.of(stated, recordedAt, changed, known))
                    .tag(tag(known))
                    .build();
        });
    }

    @GET
    @RolesAllowed("analytics:read")
    @Operation(summary = "How much was done in a year, as known at a time")
    @APIResponse(
            responseCode = "200",
            description = "England's figures first in each modality",
            headers = @Header(name = "ETag", description = "Changes with every change of the figures"),
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "400", description = "asOf is not a time")
    @APIResponse(responseCode = "404", description = "Not a year such as 2023-24")
    public Response activity(
            @Parameter(example = "2023-24") @RestPath String year,
            @Parameter(description = AsOf.DESCRIPTION, example = "2026-11-23T09:00:00Z") @RestQuery String asOf,
            @Context Request request) {
        var asked = ReportingYear.parse(year).orElseThrow(NotFoundException::new);
        Instant known = this.asOf.of(asOf);
        var figures = activities.activities(asked, asked, known);
        var unchanged = request.evaluatePreconditions(tag(figures));
        return unchanged == null
                ? Response.ok(ActivityView.of(asked, known, null, figures))
                        .tag(tag(figures))
                        .build()
                : unchanged.tag(tag(figures)).build();
    }

    private List<Activity> figures(ReportingYear year, HttpHeaders headers, InputStream body) throws IOException {
        if (headers.getMediaType().isCompatible(MediaType.valueOf(CSV))) {
            return ActivityRequest.ofRows(ActivityCsv.read(body, LARGEST_BYTES, TOO_LARGE), year, clock.instant());
        }
        JsonNode json = StrictJson.read(body, LARGEST_BYTES, TOO_LARGE);
        return ActivityRequest.of(json, year, clock.instant());
    }

    private static EntityTag tag(List<Activity> figures) {
        return new EntityTag(Sha256.hex(figures.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
