package org.notificationhub.routing.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.notificationhub.http.Page;
import org.notificationhub.routing.delivery.destination.DestinationOverview;
import org.notificationhub.routing.delivery.destination.DestinationStatus;
import org.notificationhub.routing.delivery.destination.Destinations;
import org.notificationhub.routing.delivery.destination.PauseDestination;
import org.notificationhub.routing.delivery.lfpse.ProfileOffer;
import org.notificationhub.routing.rule.Authority;

/** Where deliveries go, how it is doing, and whether it is sent anything. */
@Path("/v1/destinations")
@RolesAllowed("deliveries:manage")
@Blocking
public class DestinationResource {

    private final DestinationOverview overview;
    private final Destinations destinations;
    private final PauseDestination pauseDestination;
    private final ProfileOffer profileOffer;
    private final JsonWebToken token;

    DestinationResource(
            DestinationOverview overview,
            Destinations destinations,
            PauseDestination pauseDestination,
            ProfileOffer profileOffer,
            JsonWebToken token) {
        this.overview = overview;
        this.destinations = destinations;
        this.pauseDestination = pauseDestination;
        this.profileOffer = profileOffer;
        this.token = token;
    }

    @GET
    @Operation(
            summary = "How each destination is doing",
            description =
                    "Circuit, rate and pause are those of all replicas together. A destination that nothing is sent"
                            + " to, because there is nothing to send, is RUNNING. The rate is in deliveries a second."
                            + " LFPSE says in which version of its profile it is told, and whether its metadata offer that one.")
    @APIResponse(responseCode = "200", description = "All of them; next is always null")
    public Page<DestinationView> list() {
        return new Page<>(overview.all().stream().map(this::view).toList(), null);
    }

    @POST
    @Path("/{destination}/pause")
    @Operation(
            summary = "Send nothing to a destination until it is resumed",
            description =
                    "In force at every replica's next claim, and after a restart. What is in flight is finished;"
                            + " retries fall due and the clocks of duties run on. Paused already, it stays so for the first reason.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"reason\": \"CQC has announced maintenance until 6pm\"}"))
    @APIResponse(responseCode = "200", description = "The destination, paused")
    @APIResponse(responseCode = "400", description = "The reason is missing or longer than 500 characters")
    @APIResponse(responseCode = "404", description = "There is no such destination")
    public DestinationView pause(
            @Parameter(description = "CQC or LFPSE") @RestPath String destination, PauseRequest request) {
        var authority = authority(destination);
        pauseDestination.pause(authority, PauseRequest.reason(request), token.getSubject());
        return view(authority);
    }

    @POST
    @Path("/{destination}/resume")
    @Operation(
            summary = "Let deliveries go to a destination again",
            description =
                    "Ends a pause, and a wait that the authority asked for by Retry-After. An open circuit stays open"
                            + " until its probe is answered. Not paused, nothing changes.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", example = "{\"reason\": \"CQC's maintenance is over\"}"))
    @APIResponse(responseCode = "200", description = "The destination, no longer paused")
    @APIResponse(responseCode = "400", description = "The reason is missing or longer than 500 characters")
    @APIResponse(responseCode = "404", description = "There is no such destination")
    public DestinationView resume(
            @Parameter(description = "CQC or LFPSE") @RestPath String destination, PauseRequest request) {
        var authority = authority(destination);
        pauseDestination.resume(authority, PauseRequest.reason(request), token.getSubject());
        return view(authority);
    }

    private DestinationView view(Authority authority) {
        return overview.all().stream()
                .filter(each -> each.destination().authority() == authority)
                .map(this::view)
                .findFirst()
                .orElseThrow();
    }

    private DestinationView view(DestinationStatus status) {
        var authority = status.destination().authority();
        return DestinationView.of(
                status, destinations.rate(authority), authority == Authority.LFPSE ? profileOffer.now() : null);
    }

    private static Authority authority(String code) {
        return Arrays.stream(Authority.values())
                .filter(authority -> authority.name().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
