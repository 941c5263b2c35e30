package org.notificationhub.intake.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.intake.webhook.Webhooks;

/** Webhooks, for senders that would rather be told of status changes than ask. */
@Path("/v1/webhooks")
@Blocking
@RolesAllowed("notifications:read")
public class WebhookResource {

    private static final String PATH = "/v1/webhooks";

    private final Webhooks webhooks;
    private final BodyReader bodies;
    private final Caller caller;

    WebhookResource(Webhooks webhooks, BodyReader bodies, Caller caller) {
        this.webhooks = webhooks;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Be told of status changes",
            description = "From now on each change is POSTed to url as {\"type\": \"notification.status-changed\","
                    + " \"timestamp\", \"data\"}, data being an item of GET /v1/status-changes, and signed as"
                    + " standardwebhooks.com says, with the secret that this answer shows once: webhook-id,"
                    + " webhook-timestamp in seconds, webhook-signature. Verify the raw bytes; refuse what is older"
                    + " than 5 minutes; answer 2xx quickly. Changes come in their order, each at least once, a copy"
                    + " under the same webhook-id. What is not taken is sent again after 30 s, doubling to 6 h, with"
                    + " jitter, or when Retry-After says, for 5 days; then, or at once after 410, the webhook is"
                    + " suspended until it is resumed, and nothing is lost. Redirects are not followed. url is https"
                    + " on port 443 or from 1024 up, its host has public addresses only. providerIds: all of the"
                    + " caller's where absent. statuses: every one where absent. url and providerIds together are the"
                    + " natural key: an Idempotency-Key is not used, because a secret is not shown twice.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", example = Examples.WEBHOOK_REQUEST))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookView.class),
                            example = Examples.NEW_WEBHOOK))
    @APIResponse(responseCode = "400", description = "Cannot be read, or a member is missing or unknown")
    @APIResponse(responseCode = "409", description = "WEBHOOK_EXISTS: this url is told of these providers already")
    @APIResponse(
            responseCode = "422",
            description = "The hub does not send there: NOT_A_URL, NOT_HTTPS, CREDENTIALS_IN_URL, PORT_NOT_ALLOWED,"
                    + " HOST_UNKNOWN, ADDRESS_NOT_ALLOWED")
    public RestResponse<WebhookView> register(InputStream body) throws IOException {
        var request = WebhookRequest.read(bodies.read(body));
        var sender = caller.sender();
        var made = webhooks.register(request.url(), request.interest(sender), sender);
        return RestResponse.ResponseBuilder.<WebhookView>create(201)
                .entity(WebhookView.of(made))
                .header("Location", PATH + "/" + made.webhook().id())
                .build();
    }

    @GET
    @Operation(
            summary = "Webhooks in the order they were registered",
            description = "Those of which the caller acts for every provider.")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    public RestResponse<Page<WebhookView>> list(
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var size = query.limit(limit);
        query.refuseFaults();
        var found = webhooks.list(caller.sender(), Cursor.parse(cursor), size + 1);
        return Page.answer(found, size, WebhookView::of, webhook -> new Cursor(webhook.createdAt(), webhook.id()), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "How a webhook goes",
            description = "Whether it is sent to, what the last attempt came to, and when the next one is due.")
    @APIResponse(responseCode = "200", description = "The webhook")
    @APIResponse(responseCode = "404", description = "Unknown, or another's")
    public WebhookView find(@RestPath UUID id) {
        return WebhookView.of(webhooks.find(id, caller.sender()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "No longer be told",
            description = "A message that is just being sent may still arrive. A webhook is never edited, so there is"
                    + " no version to match.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "Unknown, or another's")
    public void delete(@RestPath UUID id) {
        webhooks.delete(id, caller.sender());
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            summary = "Change the signing secret",
            description = "For a day both the new secret and the one before it sign each message, so a receiver can"
                    + " change over without refusing any. One before those no longer signs.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret, which is shown once",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookView.class),
                            example = Examples.NEW_WEBHOOK))
    @APIResponse(responseCode = "404", description = "Unknown, or another's")
    public WebhookView changeSecret(@RestPath UUID id) {
        return WebhookView.of(webhooks.changeSecret(id, caller.sender()));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(
            summary = "Be told again after a suspension",
            description = "Goes on with the first change that was not taken. Where nothing was suspended, the next"
                    + " attempt is made at once.")
    @APIResponse(responseCode = "200", description = "The webhook, active")
    @APIResponse(responseCode = "404", description = "Unknown, or another's")
    public WebhookView resume(@RestPath UUID id) {
        return WebhookView.of(webhooks.resume(id, caller.sender()));
    }
}
