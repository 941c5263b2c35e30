package org.notificationhub.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.notificationhub.http.CurrentTrace;
import org.notificationhub.http.Trace;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.content.SaueWarnings;
import org.notificationhub.intake.notification.ReceiveNotification;
import org.notificationhub.intake.notification.Sender;

/** Many notifications in one request. */
@Path("/v1/notifications/batch")
@Blocking
public class BatchResource {

    static final String NDJSON = "application/x-ndjson";

    private final ReceiveNotification receiveNotification;
    private final SaueWarnings warnings;
    private final BodyReader bodies;
    private final ObjectMapper json;
    private final int longestLine;
    private final Caller caller;
    private final CurrentTrace trace;

    BatchResource(
            ReceiveNotification receiveNotification,
            SaueWarnings warnings,
            BodyReader bodies,
            ObjectMapper json,
            IntakeConfig config,
            Caller caller,
            CurrentTrace trace) {
        this.receiveNotification = receiveNotification;
        this.warnings = warnings;
        this.bodies = bodies;
        this.json = json;
        this.longestLine = config.notification().largestBytes();
        this.caller = caller;
        this.trace = trace;
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed("notifications:write")
    @Operation(
            summary = "Report many events, one JSON document a line",
            description = "Answers one line for each line, in order, while it reads: read the answer while you send."
                    + " A bad line never stops the rest; sending the file again changes nothing.")
    @RequestBody(required = true, content = @Content(mediaType = NDJSON, example = Examples.INJURY))
    @APIResponse(
            responseCode = "200",
            description =
                    "{\"line\", \"status\", \"id\"}, with \"warnings\" where there are any, or {\"line\", \"status\", \"problem\"}, a line each")
    public StreamingOutput receive(InputStream body) {
        var sender = caller.sender();
        var requestTrace = trace.get();
        return answers -> {
            var lines = new Lines(new BufferedInputStream(body, 65_536), longestLine);
            var run = new BatchRun(line -> taken(bodies.read(line), sender, requestTrace), requestTrace, json, answers);
            run.over(lines);
        };
    }

    private CompletionStage<BatchRun.Taken> taken(JsonNode content, Sender sender, Trace requestTrace) {
        return receiveNotification
                .receive(content, sender, null, requestTrace)
                .thenApply(stored -> new BatchRun.Taken(stored, warnings.about(content)));
    }
}
