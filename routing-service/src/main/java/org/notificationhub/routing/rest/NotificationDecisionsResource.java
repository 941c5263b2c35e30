package org.notificationhub.routing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.notificationhub.events.Decision;
import org.notificationhub.http.Page;
import org.notificationhub.routing.decision.DecisionRecord;
import org.notificationhub.routing.decision.DecisionRepository;
import org.notificationhub.routing.delivery.RoutedNotificationRepository;
import org.notificationhub.routing.evidence.Evidence;

/** Every decision that was ever made about a notification. */
@Path("/v1/notifications")
public class NotificationDecisionsResource {

    private static final String MANAGE = "deliveries:manage";

    private final RoutedNotificationRepository notifications;
    private final DecisionRepository decisions;
    private final Evidence evidence;
    private final JsonWebToken token;

    NotificationDecisionsResource(
            RoutedNotificationRepository notifications,
            DecisionRepository decisions,
            Evidence evidence,
            JsonWebToken token) {
        this.notifications = notifications;
        this.decisions = decisions;
        this.evidence = evidence;
        this.token = token;
    }

    @GET
    @Path("/{id}/decisions")
    @RolesAllowed({"notifications:read", MANAGE})
    @Transactional
    @Operation(
            summary = "The decisions about a notification",
            description = "In the order they were made. Who looked is kept as evidence.")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "No such notification, or another provider's")
    public Page<DecisionView> decisions(@RestPath UUID id) {
        notifications
                .findByIdOptional(id)
                .filter(notification -> maySee(notification.providerId()))
                .orElseThrow(NotFoundException::new);
        evidence.lookedAt(id, new DecisionsLookedAt());
        return new Page<>(decisions.of(id).stream().map(DecisionView::of).toList(), null);
    }

    private record DecisionsLookedAt() {}

    private boolean maySee(String providerId) {
        JsonArray claim = token.getClaim("provider_ids");
        var own = claim == null ? List.<String>of() : claim.getValuesAs(JsonString::getString);
        return token.getGroups().contains(MANAGE) || own.contains("*") || own.contains(providerId);
    }

    /** @param version of the notification that was decided on */
    public record DecisionView(UUID id, int version, Instant decidedAt, Decision decision) {
        static DecisionView of(DecisionRecord made) {
            return new DecisionView(made.id(), made.version(), made.decidedAt(), made.decision());
        }
    }
}
