package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.notificationhub.http.CurrentTrace;
import org.notificationhub.irmer.classification.ClassifyExposures;

/** What reviews found about many exposures, in one request. */
@Path(BulkClassificationResource.PATH)
@Tag(name = "IR(ME)R review")
@RolesAllowed("analytics:write")
@Blocking
public class BulkClassificationResource {

    static final String PATH = "/v1/irmer/classifications";
    static final String NDJSON = "application/x-ndjson";

    public static final String CSV_EXAMPLE = """
            reference,provider,sub_modality,tier1,tier2,tier3,factors
            INC-2026-001053,RJ1,CT,REFERRER,INCORRECT_REFERRAL,WRONG_PATIENT,INTERRUPTION;SIMILAR_RECORDS_OPEN
            """;

    public static final String LINE_EXAMPLE = """
            {"reference": "INC-2026-001053", "provider": "RJ1", "tier1": "OPERATOR", "tier2": "PATIENT_CHECKS"}""";

    private final ClassifyExposures classifyExposures;
    private final ObjectMapper json;
    private final Reviewer reviewer;
    private final CurrentTrace trace;

    BulkClassificationResource(
            ClassifyExposures classifyExposures, ObjectMapper json, Reviewer reviewer, CurrentTrace trace) {
        this.classifyExposures = classifyExposures;
        this.json = json;
        this.reviewer = reviewer;
        this.trace = trace;
    }

    @POST
    @Consumes(ClassificationCsv.MEDIA_TYPE)
    @Produces(NDJSON)
    @Operation(
            summary = "Classify many exposures, one a line",
            description = "CSV with a header, or one JSON document a line. Each line names a notification by id, or by"
                    + " reference and provider, and is the whole of what the review found, as with PUT: what a line leaves"
                    + " empty was not found. factors of CSV are separated by semicolons. Answers a line for each line, in"
                    + " order, while it reads; a bad line never stops the rest, and sending the file again changes nothing."
                    + " What is classified already is classified anew, its history kept.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = ClassificationCsv.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class),
                        example = CSV_EXAMPLE),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = ClassificationLine.class),
                        example = LINE_EXAMPLE)
            })
    @APIResponse(
            responseCode = "200",
            description =
                    "{\"line\", \"status\", \"id\", \"revision\"}, with \"unchanged\": true where it had been said"
                            + " before, or {\"line\", \"status\", \"problem\"}, a line each; the header of CSV is line 1",
            content =
                    @Content(mediaType = NDJSON, schema = @Schema(implementation = ClassificationRun.LineResult.class)))
    @APIResponse(responseCode = "400", description = "The header lacks columns or has one that is not known")
    public StreamingOutput csv(InputStream body) throws IOException {
        var lines = new Lines(body);
        return run(lines, ClassificationCsv.under(lines.next())::read);
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @Operation(hidden = true)
    public StreamingOutput ndjson(InputStream body) {
        return run(new Lines(body), new ClassificationJson(json)::read);
    }

    private StreamingOutput run(Lines lines, Function<String, ClassificationLine> read) {
        var by = reviewer.name();
        var request = trace.get();
        return answers -> new ClassificationRun(
                        read, reviews -> classifyExposures.classify(reviews, by), request, json, answers)
                .over(lines);
    }
}
