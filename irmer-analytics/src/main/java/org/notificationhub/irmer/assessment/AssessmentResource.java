package org.notificationhub.irmer.assessment;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.notificationhub.criteria.SaueCriteria;

/** Is this exposure notifiable, under which code, and by when? Leaves no trace. */
@Path("/v1/irmer/assessments")
@Tag(name = "IR(ME)R criteria")
@Blocking
public class AssessmentResource {

    static final String NOTIFIABLE = """
            { "on": "2024-03-01", "country": "ENGLAND", "modality": "DIAGNOSTIC_IMAGING", "kind": "UNINTENDED",
              "intendedDose_mSv": 0.4, "totalDose_mSv": 4.1, "adult": true, "discoveredAt": "2024-03-01T09:00:00Z" }""";

    static final String NOT_NOTIFIABLE = """
            { "on": "2022-03-01", "modality": "DIAGNOSTIC_IMAGING", "purpose": "IMAGING", "kind": "ACCIDENTAL",
              "totalDose_mSv": 2.9, "adult": true, "pregnancy": false, "peopleAffected": 1 }""";

    static final String UNDETERMINED = """
            { "on": "2024-03-01", "modality": "RADIOTHERAPY", "purpose": "THERAPY", "kind": "UNINTENDED",
              "intendedCourse_Gy": 60, "deliveredCourse_Gy": 54, "discoveredAt": "2024-03-01T09:00:00Z" }""";

    private final SaueCriteria criteria;
    private final Clock clock;

    AssessmentResource(SaueCriteria criteria, Clock clock) {
        this.criteria = criteria;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Is an exposure notifiable, under which code, and by when?",
            description =
                    "Applies the criteria of the day to what is told, from tables that give each criterion's edition, source"
                            + " and how sure its text is: CQC's criteria for significant accidental or unintended exposures (SAUE),"
                            + " under SI 2017/1322 reg 8(4). The criteria look at the total dose of the incident, the intended part,"
                            + " the excess and needed repeats together; a factor is that total by the intended dose, and numbers are"
                            + " compared exactly as written. Nothing is guessed: a fact that is not told is unknown, not false, and is"
                            + " asked for in missing; a criterion whose text was not read is named in unread. It is no legal advice,"
                            + " stores nothing and tells nobody.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = AssessmentSchema.NAME),
                            examples = {
                                @ExampleObject(name = "notifiable", value = NOTIFIABLE),
                                @ExampleObject(name = "not notifiable", value = NOT_NOTIFIABLE),
                                @ExampleObject(name = "undetermined", value = UNDETERMINED)
                            }))
    @APIResponse(responseCode = "200", description = "What the criteria say")
    @APIResponse(
            responseCode = "400",
            description = "Cannot be read, or members are unknown or of the wrong form: each is named")
    @APIResponse(responseCode = "413", description = "Larger than 16 KiB")
    @APIResponse(
            responseCode = "422",
            description = "Facts contradict each other: a purpose that the modality does not have, or"
                    + " an intended dose of an accidental exposure")
    public AssessmentView assess(InputStream body) throws IOException {
        var asked = AssessmentRequest.of(StrictJson.read(body), clock.instant());
        var limit = Optional.ofNullable(asked.discovered())
                .flatMap(day -> criteria.timeLimit(asked.exposure().country(), day));
        return AssessmentView.of(asked, criteria.assess(asked.exposure()), limit);
    }
}
