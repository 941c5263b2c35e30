package org.notificationhub.intake.routing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.notificationhub.events.Decision;

/** Asks routing what it would decide. Nothing is kept there. */
@RegisterRestClient(configKey = "routing")
@Path("/v1/decisions")
public interface RoutingClient {

    @POST
    Decision decide(JsonNode question);
}
