package org.notificationhub.routing.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.notificationhub.routing.decision.ProviderRegister;
import org.notificationhub.routing.decision.ProviderRegister.RegisteredProvider;

/** The register of providers. */
@Path("/v1/providers")
public class ProviderResource {

    private final ProviderRegister register;

    ProviderResource(ProviderRegister register) {
        this.register = register;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"notifications:write", "notifications:read", "deliveries:manage"})
    @Operation(summary = "A provider and its class")
    @APIResponse(responseCode = "200", description = "As the register has it")
    @APIResponse(responseCode = "404", description = "Not in the register: it is treated as independent")
    public ProviderView provider(@RestPath String id) {
        return register.find(id).map(ProviderView::of).orElseThrow(NotFoundException::new);
    }

    /** @param source where its class was read */
    public record ProviderView(
            String id, String name, @JsonProperty("class") String providerClass, String confidence, String source) {

        static ProviderView of(RegisteredProvider provider) {
            return new ProviderView(
                    provider.id(),
                    provider.name(),
                    provider.providerClass().name(),
                    provider.confidence().word(),
                    provider.source());
        }
    }
}
