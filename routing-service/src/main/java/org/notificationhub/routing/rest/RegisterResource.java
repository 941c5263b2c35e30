package org.notificationhub.routing.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.CurrentTrace;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.routing.register.ImportRegister;
import org.notificationhub.routing.register.ImportSummary;
import org.notificationhub.routing.register.RegisterSnapshot;
import org.notificationhub.routing.register.RegisterSnapshots;
import org.notificationhub.routing.register.RegisterSource;
import org.notificationhub.routing.rule.LegalDay;

/** Takes in CQC's register, and lists what was taken in. */
@Path("/v1/providers")
@RolesAllowed("deliveries:manage")
public class RegisterResource {

    static final String IMPORT = "/v1/providers/import";
    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static final String AS_OF = "YYYY-MM-DD, the day of the register; today in London where absent";
    private static final String CSV_EXAMPLE = """
            Provider ID,Provider Name,Provider Type/Sector,Provider Ownership Type
            RJ1,Guy's and St Thomas' NHS Foundation Trust,NHS Healthcare Organisation,NHS Body
            """;
    private static final String JSON_EXAMPLE = """
            {"providerId": "RJ1", "name": "Guy's and St Thomas' NHS Foundation Trust",
             "ownershipType": "NHS Body", "type": "NHS Healthcare Organisation",
             "registrationStatus": "Registered", "odsCode": "RJ1"}""";
    private static final String LINE_EXAMPLE = """
            {"providerId": "RJ1", "ownershipType": "NHS Body", "type": "NHS Healthcare Organisation"}""";

    private final ImportRegister importRegister;
    private final RegisterSnapshots snapshots;
    private final ObjectMapper json;
    private final CurrentTrace trace;
    private final JsonWebToken token;
    private final Clock clock;

    RegisterResource(
            ImportRegister importRegister,
            RegisterSnapshots snapshots,
            ObjectMapper json,
            CurrentTrace trace,
            JsonWebToken token,
            Clock clock) {
        this.importRegister = importRegister;
        this.snapshots = snapshots;
        this.json = json;
        this.trace = trace;
        this.token = token;
        this.clock = clock;
    }

    @POST
    @Path("/import")
    @Consumes({CSV, MediaType.APPLICATION_JSON, NDJSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Import CQC's register as a dated snapshot",
            description =
                    "Takes the directory of active locations (CSV) or provider objects of CQC's API (JSON: one, an"
                            + " array, an object with providers, or one a line). All of the file counts or, where it cannot be"
                            + " read to its end, nothing. Rows that cannot be used are refused one by one, with the reason. The"
                            + " same file again changes nothing; an older snapshot leaves what newer ones said. Names of"
                            + " individuals are not kept. With Accept: application/x-ndjson a line tells every 5000 rows how many"
                            + " were read, and the last line is this answer.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class), example = CSV_EXAMPLE),
                @Content(mediaType = MediaType.APPLICATION_JSON, example = JSON_EXAMPLE),
                @Content(mediaType = NDJSON, example = LINE_EXAMPLE)
            })
    @APIResponse(
            responseCode = "200",
            description = "What was found and done",
            content = @Content(schema = @Schema(implementation = ImportSummary.class)))
    @APIResponse(responseCode = "400", description = "The file cannot be read, or the day is none or still to come")
    @APIResponse(responseCode = "409", description = "Another import is running")
    @APIResponse(responseCode = "413", description = "The file is larger than 64 MiB")
    @APIResponse(responseCode = "422", description = "The file lacks columns, which errors names")
    public ImportSummary take(
            @Parameter(description = AS_OF) @RestQuery String asOf, @Context HttpHeaders headers, InputStream file) {
        return importRegister.take(source(headers), file, day(asOf), token.getSubject(), read -> {});
    }

    @POST
    @Path("/import")
    @Consumes({CSV, MediaType.APPLICATION_JSON, NDJSON})
    @Produces(NDJSON)
    @Operation(hidden = true)
    public StreamingOutput takeTelling(@RestQuery String asOf, @Context HttpHeaders headers, InputStream file) {
        var source = source(headers);
        var day = day(asOf);
        var by = token.getSubject();
        var request = trace.get();
        return answer -> new ImportLines(json, answer, request)
                .tell(progress -> importRegister.take(source, file, day, by, progress));
    }

    @GET
    @Path("/imports")
    @Operation(summary = "The snapshots that were imported, newest first")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    public RestResponse<Page<RegisterSnapshot>> list(
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var size = query.limit(limit);
        query.refuseFaults();
        return Page.answer(
                snapshots.find(Cursor.parse(cursor), size + 1),
                size,
                Function.identity(),
                snapshot -> new Cursor(snapshot.importedAt(), snapshot.id()),
                uri);
    }

    private LocalDate day(String asOf) {
        var today = LegalDay.of(clock.instant());
        var query = new ListQuery();
        var day = query.day("asOf", asOf, today);
        if (day.isAfter(today)) {
            query.refuse(new Fault("asOf", "IN_THE_FUTURE", "Use the day on which the register was published"));
        }
        query.refuseFaults();
        return day;
    }

    private static RegisterSource source(HttpHeaders headers) {
        return headers.getMediaType().isCompatible(MediaType.valueOf(CSV))
                ? RegisterSource.DIRECTORY_CSV
                : RegisterSource.API_JSON;
    }
}
