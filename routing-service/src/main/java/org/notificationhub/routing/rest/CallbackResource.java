package org.notificationhub.routing.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.delivery.Callback;
import org.notificationhub.routing.delivery.ReceiveCallback;
import org.notificationhub.routing.delivery.ReceiveCallback.Result;
import org.notificationhub.routing.delivery.lfpse.StoredEvent;

/** Where a system that reports to LfPSE for a provider says what LfPSE answered. LfPSE itself does not call back. */
@Path("/v1/callbacks/lfpse")
public class CallbackResource {

    private static final String EXAMPLE = """
            {"type": "accepted", "submissionId": "01938f2e-0000-7000-8000-000000000001", "lfpseId": "9f1c",
             "versionId": "1", "referenceNumber": "LF-2026-000123", "occurredAt": "2026-11-20T09:15:00Z"}""";

    /** PostgreSQL keeps no such character in JSON. */
    private static final String NOT_STORABLE = "\\u0000";

    private final ReceiveCallback receiveCallback;
    private final List<String> secrets;
    private final MeterRegistry metrics;
    private final ObjectMapper json;
    private final Clock clock;

    CallbackResource(
            ReceiveCallback receiveCallback,
            RoutingConfig config,
            MeterRegistry metrics,
            ObjectMapper json,
            Clock clock) {
        this.receiveCallback = receiveCallback;
        this.secrets = config.lfpse().callbackSecrets().orElse(List.of());
        this.metrics = metrics;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What LfPSE answered",
            description = "Signed the Standard Webhooks way over the raw body; a signature is good for 5 minutes.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "Seen before; nothing changes")
    @APIResponse(responseCode = "202", description = "Stored")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(responseCode = "401", description = "No signature, a wrong one, or one that is too old")
    public RestResponse<Void> receive(
            @RestHeader("webhook-id") String id,
            @RestHeader("webhook-timestamp") String timestamp,
            @RestHeader("webhook-signature") String signature,
            byte[] body) {
        if (!new WebhookSignature(id, timestamp, signature).isGood(body, secrets, clock.instant())) {
            count("UNSIGNED");
            throw new Refusal(ProblemKind.UNAUTHENTICATED, "The signature is missing, wrong or too old");
        }
        var result = receiveCallback.receive(read(id, body));
        count(result.name());
        return result == Result.SEEN_BEFORE ? RestResponse.ok() : RestResponse.accepted();
    }

    private Callback read(String id, byte[] body) {
        try {
            var text = new String(body, StandardCharsets.UTF_8);
            var said = json.readTree(text);
            if (said.path("type").isTextual() && said.path("lfpseId").isTextual() && !text.contains(NOT_STORABLE)) {
                return new Callback(
                        id,
                        said.path("type").textValue(),
                        uuid(said.path("submissionId")),
                        said.path("lfpseId").textValue(),
                        said.path("versionId").asText(null),
                        said.path("referenceNumber").textValue(),
                        stored(said.path("resource")),
                        text);
            }
        } catch (IOException e) {
            // Answered below: what is wrong with it is not for a log.
        }
        count("UNREADABLE");
        throw new Refusal(ProblemKind.UNREADABLE, "Send a JSON object with at least a type and an lfpseId");
    }

    private static CqcFlag stored(JsonNode resource) {
        return resource.path("resourceType").asText().equals("AdverseEvent") ? StoredEvent.cqcFlag(resource) : null;
    }

    private static UUID uuid(JsonNode text) {
        try {
            return text.isTextual() ? UUID.fromString(text.textValue()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void count(String outcome) {
        metrics.counter("hub_callbacks_total", "source", "lfpse", "outcome", outcome)
                .increment();
    }
}
