package org.notificationhub.routing.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.callback.CallbackStore;
import org.notificationhub.routing.callback.KeptCallback;
import org.notificationhub.routing.callback.ReceiveCallback;

/** Where a system that reports to LfPSE for a provider says what LfPSE answered. LfPSE itself does not call back. */
@Path("/v1/callbacks")
public class CallbackResource {

    private static final String EXAMPLE = """
            {"type": "accepted", "submissionId": "01938f2e-0000-7000-8000-000000000001", "lfpseId": "9f1c",
             "versionId": "1", "referenceNumber": "LF-2026-000123", "occurredAt": "2026-11-20T09:15:00Z"}""";

    private final ReceiveCallback receiveCallback;
    private final CallbackStore callbacks;
    private final List<String> secrets;
    private final MeterRegistry metrics;
    private final ObjectMapper json;
    private final Clock clock;

    CallbackResource(
            ReceiveCallback receiveCallback,
            CallbackStore callbacks,
            RoutingConfig config,
            MeterRegistry metrics,
            ObjectMapper json,
            Clock clock) {
        this.receiveCallback = receiveCallback;
        this.callbacks = callbacks;
        this.secrets = config.lfpse().callbackSecrets().orElse(List.of());
        this.metrics = metrics;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Path("/lfpse")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What LfPSE answered",
            description =
                    "Signed the Standard Webhooks way over the raw body; a signature is good for 5 minutes. Types:"
                            + " accepted, accepted-with-warnings, rejected, amended, withdrawn, shared-with-cqc and"
                            + " recorded-by-provider; another one is kept and settles nothing. submissionId is the X-Request-ID of"
                            + " what was sent, which is the delivery's id. LfPSE's versionId decides, not the order of arrival: of"
                            + " several statements on one version, the one that leaves CQC to be told counts, and after withdrawn"
                            + " only a new submission. shared-with-cqc is kept and proves nothing: whether and in what form NHS"
                            + " England passes records to CQC is not confirmed. recorded-by-provider names the provider (its id) and"
                            + " opens a finding where that is independent and CQC has not been told.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "The same message again, or a version that was known; nothing changes")
    @APIResponse(responseCode = "202", description = "Stored: applied, or kept as an orphan")
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
        var callback = CallbackBody.read(id, body, json).orElseThrow(() -> {
            count("UNREADABLE");
            return new Refusal(
                    ProblemKind.UNREADABLE, "Send a JSON object with at least a type and an lfpseId, as codes");
        });
        return receiveCallback.receive(callback).isNews() ? RestResponse.accepted() : RestResponse.ok();
    }

    @GET
    @RolesAllowed("deliveries:manage")
    @Operation(
            summary = "Callbacks in the order in which they came, without their bodies",
            description =
                    "An orphan (matched false) is signed, and about nothing the hub knows. It is kept, and matched as"
                            + " soon as its delivery is answered, or a notification gives its LfPSE reference.")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be used")
    public RestResponse<Page<CallbackView>> list(
            @Parameter(description = "false for orphans, true for the others") @RestQuery String matched,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var wanted = query.yesOrNo("matched", matched);
        var size = query.limit(limit);
        query.refuseFaults();
        return Page.answer(
                callbacks.find(wanted, Cursor.parse(cursor), size + 1),
                size,
                CallbackView::listed,
                KeptCallback::place,
                uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("deliveries:manage")
    @Operation(
            summary = "A callback with its body",
            description = "The body is as it came and may hold free text from LfPSE's record.")
    @APIResponse(responseCode = "200", description = "The callback, and the notifications it is about")
    @APIResponse(responseCode = "404", description = "There is no such callback")
    public CallbackView callback(@RestPath UUID id) {
        return callbacks
                .find(id)
                .map(callback -> CallbackView.whole(callback, callbacks.notifications(id)))
                .orElseThrow(NotFoundException::new);
    }

    private void count(String outcome) {
        metrics.counter("hub_callbacks_total", "source", "lfpse", "outcome", outcome)
                .increment();
    }
}
