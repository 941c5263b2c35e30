package org.notificationhub.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.notificationhub.events.Decision;
import org.notificationhub.http.Failure;
import org.notificationhub.http.Fault;
import org.notificationhub.intake.content.RoutingQuestion;
import org.notificationhub.intake.content.SaueWarnings;
import org.notificationhub.intake.notification.NotificationCheck;
import org.notificationhub.intake.routing.RoutingClient;

/** What would happen to a notification, without sending it. */
@Path("/v1/notifications/check")
@Blocking
public class CheckResource {

    private static final Logger LOG = Logger.getLogger(CheckResource.class);

    private final NotificationCheck check;
    private final SaueWarnings warnings;
    private final RoutingQuestion question;
    private final RoutingClient routing;
    private final BodyReader bodies;

    CheckResource(
            NotificationCheck check,
            SaueWarnings warnings,
            RoutingQuestion question,
            @RestClient RoutingClient routing,
            BodyReader bodies) {
        this.check = check;
        this.warnings = warnings;
        this.question = question;
        this.routing = routing;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("notifications:write")
    @Operation(summary = "Check a notification", description = "Stores nothing and tells nobody.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = Examples.INJURY))
    @APIResponse(
            responseCode = "200",
            description = "Every fault, every warning once there are no faults, and the decision that would be made")
    public CheckView check(InputStream body) throws IOException {
        var content = bodies.read(body);
        var faults = check.faults(content).stream().sorted().toList();
        return new CheckView(faults, faults.isEmpty() ? warnings.about(content) : List.of(), decision(content));
    }

    /** Null where nothing can be asked, or routing does not answer: the faults are still worth having. */
    private Decision decision(JsonNode content) {
        try {
            return question.about(content).map(routing::decide).orElse(null);
        } catch (WebApplicationException | ProcessingException e) {
            LOG.info("Routing did not answer a check", new Failure(e));
            return null;
        }
    }

    /**
     * @param faults empty where the notification would be taken
     * @param warnings what would be taken and yet looks wrong; empty until there are no faults
     * @param decision null where it cannot be told
     */
    public record CheckView(List<Fault> faults, List<Fault> warnings, Decision decision) {}
}
