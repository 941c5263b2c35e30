package org.notificationhub.intake.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.CurrentTrace;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.content.SaueWarnings;
import org.notificationhub.intake.guidance.Guidance;
import org.notificationhub.intake.guidance.HelpfulPage;
import org.notificationhub.intake.notification.ChangeNotification;
import org.notificationhub.intake.notification.ContentHash;
import org.notificationhub.intake.notification.IdempotencyKey;
import org.notificationhub.intake.notification.NotificationRepository;
import org.notificationhub.intake.notification.ReceiveNotification;
import org.notificationhub.intake.notification.Stored;

/** Notifications, as providers' systems send and follow them. */
@Path("/v1/notifications")
@Blocking
public class NotificationResource {

    private static final String PATH = "/v1/notifications";

    private final ReceiveNotification receiveNotification;
    private final ChangeNotification changeNotification;
    private final NotificationRepository notifications;
    private final SaueWarnings warnings;
    private final Guidance guidance;
    private final DecisionWait decisionWait;
    private final BodyReader bodies;
    private final Caller caller;
    private final CurrentTrace trace;

    NotificationResource(
            ReceiveNotification receiveNotification,
            ChangeNotification changeNotification,
            NotificationRepository notifications,
            SaueWarnings warnings,
            Guidance guidance,
            DecisionWait decisionWait,
            BodyReader bodies,
            Caller caller,
            CurrentTrace trace) {
        this.receiveNotification = receiveNotification;
        this.changeNotification = changeNotification;
        this.notifications = notifications;
        this.warnings = warnings;
        this.guidance = guidance;
        this.decisionWait = decisionWait;
        this.bodies = bodies;
        this.caller = caller;
        this.trace = trace;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("notifications:write")
    @Operation(
            summary = "Report a notifiable event",
            description = "Answered 202 only once it is stored durably. The provider's own reference makes it safe to"
                    + " send again: the same content answers with the same id. warnings name what is taken and yet looks"
                    + " wrong: an IRMER_SAUE whose saueCode and doses disagree by CQC's criteria of the day of discovery"
                    + " (CODE_CONTRADICTED), or that is called VOLUNTARY and meets one of them (NOT_VOLUNTARY)."
                    + " links.guidance says where to read on: good practice where details.regulatedActivity or an LfPSE"
                    + " service area says that it is maternity care, CQC's pages for an exposure to radiation.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = Examples.INJURY))
    @APIResponse(responseCode = "202", description = "Stored durably; routing follows")
    @APIResponse(responseCode = "400", description = "Cannot be read or does not fit the schema of its type")
    @APIResponse(responseCode = "409", description = "The reference was used for other content")
    @APIResponse(responseCode = "422", description = "Breaks a rule or identifies a person")
    public CompletionStage<RestResponse<AcceptedView>> receive(
            InputStream body,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam("Prefer") String prefer)
            throws IOException {
        var sender = caller.sender();
        var key = IdempotencyKey.parse(sender.name(), PATH, idempotencyKey);
        var content = bodies.read(body);
        return receiveNotification
                .receive(content, sender, key, trace.get())
                .thenCompose(
                        stored -> decisionWait.answer(stored, guidance.after(content), warnings.about(content), prefer))
                .thenApply(NotificationResource::accepted);
    }

    @POST
    @Path("/{id}/amendments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("notifications:write")
    @Operation(
            summary = "Replace what was reported",
            description = "Takes the whole body again; type, reference and provider stay as they were. Only a"
                    + " PATIENT_SAFETY_EVENT may turn out to be of another type.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = Examples.INJURY))
    @APIResponse(responseCode = "202", description = "Stored as a new version")
    @APIResponse(responseCode = "409", description = "The notification has been withdrawn")
    public RestResponse<AcceptedView> amend(
            @RestPath UUID id, InputStream body, @HeaderParam("Idempotency-Key") String idempotencyKey)
            throws IOException {
        var sender = caller.sender();
        var key = IdempotencyKey.parse(sender.name(), PATH + "/" + id + "/amendments", idempotencyKey);
        var content = bodies.read(body);
        var stored = changeNotification.amend(id, content, sender, key, trace.get());
        return changed(stored, NotificationStatus.ACCEPTED, guidance.after(content), warnings.about(content));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("notifications:write")
    @Operation(summary = "Take a notification back", description = "Authorities that were told are told so.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", example = "{\"reason\": \"Entered twice by mistake.\"}"))
    @APIResponse(responseCode = "202", description = "Withdrawn")
    @APIResponse(responseCode = "409", description = "It had already been withdrawn")
    public RestResponse<AcceptedView> withdraw(
            @RestPath UUID id, InputStream body, @HeaderParam("Idempotency-Key") String idempotencyKey)
            throws IOException {
        var sender = caller.sender();
        var key = IdempotencyKey.parse(sender.name(), PATH + "/" + id + "/withdrawal", idempotencyKey);
        var request = bodies.read(body);
        var stored = changeNotification.withdraw(
                id, WithdrawalRequest.reason(request), sender, key, ContentHash.of(request), trace.get());
        return changed(stored, NotificationStatus.WITHDRAWN, List.of(), List.of());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("notifications:read")
    @Operation(summary = "Where a notification stands", description = "Its status monitor, with every step so far.")
    @APIResponse(responseCode = "200", description = "The notification")
    @APIResponse(responseCode = "404", description = "Unknown, or another provider's")
    public NotificationView find(@RestPath UUID id) {
        return notifications
                .history(id)
                .filter(history ->
                        caller.sender().actsFor(history.notification().providerId()))
                .map(history -> NotificationView.of(
                        history, guidance.after(history.current().said())))
                .orElseThrow(() -> new Refusal(ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.remedy()));
    }

    private static RestResponse<AcceptedView> changed(
            Stored stored, NotificationStatus status, List<HelpfulPage> guidance, List<Fault> warnings) {
        return accepted(new DecisionWait.Answer(stored, AcceptedView.of(stored, status, guidance, warnings)));
    }

    private static RestResponse<AcceptedView> accepted(DecisionWait.Answer answer) {
        var response = RestResponse.ResponseBuilder.<AcceptedView>create(202)
                .entity(answer.view())
                .header("Location", answer.view().links().self())
                .header("Retry-After", "5");
        if (answer.stored().replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
