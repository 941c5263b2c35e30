package org.notificationhub.intake.lfpse;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.notificationhub.http.CurrentTrace;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.rest.BodyReader;

/** LfPSE's submission API, for systems that speak it already: they need a base URL and a key of ours, and nothing else. */
@Path("/adverse-event/fhir/AdverseEvent")
@Consumes({FhirAnswer.FHIR, MediaType.APPLICATION_JSON})
@Produces({FhirAnswer.FHIR, MediaType.APPLICATION_JSON})
@Blocking
@PermitAll
@Tag(name = "LfPSE", description = "A subscription key opens these, not a token")
@APIResponse(responseCode = "401", description = "No subscription key, or none that is known; plain JSON")
public class AdverseEventResource {

    static final String KEY = "Ocp-Apim-Subscription-Key";

    private final SubscriptionKeys keys;
    private final BodyReader bodies;
    private final ReadEvent readEvent;
    private final ReceiveEvent receiveEvent;
    private final FhirAnswer answer;
    private final CurrentTrace trace;

    AdverseEventResource(
            SubscriptionKeys keys,
            BodyReader bodies,
            ReadEvent readEvent,
            ReceiveEvent receiveEvent,
            FhirAnswer answer,
            CurrentTrace trace) {
        this.keys = keys;
        this.bodies = bodies;
        this.readEvent = readEvent;
        this.receiveEvent = receiveEvent;
        this.answer = answer;
        this.trace = trace;
    }

    @POST
    @Operation(
            summary = "Record an event in LfPSE, and tell CQC where the law asks for it",
            description =
                    "Takes a FHIR R4 AdverseEvent of LfPSE's taxonomy, version 6, and waits some seconds for LfPSE's"
                            + " acceptance. The notification it becomes is a death, abuse, a serious injury or a stopped service,"
                            + " by what is flagged for CQC, else by the harm; anything else is a PATIENT_SAFETY_EVENT. The same"
                            + " event again is answered with the same id and recorded once.")
    @RequestBody(required = true, content = @Content(mediaType = FhirAnswer.FHIR, example = ExampleEvent.FALL))
    @APIResponse(
            responseCode = "201",
            description =
                    "The stored event, with the hub's id and version and LfPSE's reference; or, stored just as well,"
                            + " an OperationOutcome with the id: LfPSE's reference follows, or CQC must be told something by itself")
    @APIResponse(responseCode = "400", description = "OperationOutcome: this is not FHIR R4, every fault")
    @APIResponse(responseCode = "403", description = "OperationOutcome: the key is not for that organisation")
    @APIResponse(responseCode = "409", description = "OperationOutcome: the identifier was used for another event")
    @APIResponse(responseCode = "410", description = "OperationOutcome: this very event was deleted")
    @APIResponse(responseCode = "413", description = "OperationOutcome: more than 256 KiB")
    @APIResponse(
            responseCode = "422",
            description = "OperationOutcome: rules broken or a person identified, every fault")
    public Uni<RestResponse<String>> create(@HeaderParam(KEY) String key, InputStream body) throws IOException {
        var holder = keys.holder(key);
        if (holder.isEmpty()) {
            return Uni.createFrom().item(FhirAnswer.unknownKey());
        }
        var event = readEvent.read(bodies.text(body), null);
        return receiveEvent.receive(event, holder.get(), trace.get()).map(received -> answer.stored(201, received));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Amend an event",
            description = "Takes the whole event again. What was an event for LfPSE alone may become a matter for CQC;"
                    + " otherwise it stays of the type that CQC was told.")
    @RequestBody(required = true, content = @Content(mediaType = FhirAnswer.FHIR, example = ExampleEvent.FALL))
    @APIResponse(responseCode = "200", description = "As for a new event, one version on")
    @APIResponse(responseCode = "404", description = "OperationOutcome: no such event, or another's")
    @APIResponse(responseCode = "410", description = "OperationOutcome: deleted")
    @APIResponse(
            responseCode = "422",
            description = "OperationOutcome: as for a new event, or not the same event any more")
    public Uni<RestResponse<String>> update(@HeaderParam(KEY) String key, @RestPath String id, InputStream body)
            throws IOException {
        var holder = keys.holder(key);
        if (holder.isEmpty()) {
            return Uni.createFrom().item(FhirAnswer.unknownKey());
        }
        var event = readEvent.read(bodies.text(body), id);
        return receiveEvent
                .amend(ours(id), event, holder.get(), trace.get())
                .map(received -> answer.stored(200, received));
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Delete an event", description = "Whoever was told of it is told that it is withdrawn.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "OperationOutcome: no such event, or deleted before")
    public RestResponse<String> delete(@HeaderParam(KEY) String key, @RestPath String id) {
        var holder = keys.holder(key);
        if (holder.isEmpty()) {
            return FhirAnswer.unknownKey();
        }
        receiveEvent.delete(ours(id), holder.get(), trace.get());
        return RestResponse.noContent();
    }

    /** In FHIR, where everything else answers with a problem. */
    @ServerExceptionMapper
    RestResponse<String> refused(Refusal refusal) {
        return answer.refused(refusal);
    }

    private static UUID ours(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemKind.NOT_FOUND, "There is no such event");
        }
    }
}
