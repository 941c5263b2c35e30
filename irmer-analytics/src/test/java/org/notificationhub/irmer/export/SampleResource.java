package org.notificationhub.irmer.export;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.Forms;

/** Made-up figures in the two shapes that resources have. */
@Path("/v1/irmer/samples")
@PermitAll
public class SampleResource {

    @GET
    @Path("/modalities")
    @Produces({Forms.JSON, Forms.CSV, Forms.ODS})
    @Operation(hidden = true)
    public FigureBook modalities(@RestQuery String asOf) {
        return SampleBook.book();
    }

    @GET
    @Path("/own-view")
    @Produces(Forms.JSON)
    @Operation(hidden = true)
    public Map<String, String> view() {
        return Map.of("view", "own");
    }

    @GET
    @Path("/own-view")
    @Produces({Forms.CSV + ";qs=0.5", Forms.ODS + ";qs=0.5"})
    @Operation(hidden = true)
    public FigureBook figures() {
        return SampleBook.book();
    }

    /** One form alone, and none that says so. */
    @GET
    @Path("/no-figures")
    @Operation(hidden = true)
    public Map<String, String> noFigures() {
        return Map.of("figures", "none");
    }
}
