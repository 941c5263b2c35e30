package org.notificationhub.intake.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.content.NotificationTypes;

/** The kinds of notification there are, and what each must say. */
@Path("/v1/notification-types")
@PermitAll
public class NotificationTypeResource {

    private final NotificationTypes types;

    NotificationTypeResource(NotificationTypes types) {
        this.types = types;
    }

    @GET
    @Operation(summary = "Every type of notification")
    @APIResponse(responseCode = "200", description = "Code, title, regulation and schema of each")
    public Page<TypeView> list() {
        List<TypeView> items = types.all().stream()
                .map(type -> new TypeView(
                        type.code(),
                        type.title(),
                        type.regulation(),
                        "/v1/notification-types/" + type.code() + "/schema"))
                .toList();
        return new Page<>(items, null);
    }

    @GET
    @Path("/{type}/schema")
    @Produces("application/schema+json")
    @Operation(
            summary = "JSON Schema of a type's whole body",
            description = "2020-12, with complete examples that are accepted but for reference and provider.")
    @APIResponse(responseCode = "200", description = "The schema")
    @APIResponse(responseCode = "404", description = "No such type")
    public byte[] schema(@RestPath String type) {
        return types.schema(type).orElseThrow(() -> new Refusal(ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.remedy()));
    }

    public record TypeView(String code, String title, String regulation, String schema) {}
}
