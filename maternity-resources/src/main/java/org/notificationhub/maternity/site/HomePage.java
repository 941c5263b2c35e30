package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.Theme;
import org.notificationhub.maternity.finding.Update;

/** Where a reader begins. */
@Path("/")
@PermitAll
public class HomePage {

    private static final int LATEST = 3;

    private final ResourceCatalogue catalogue;

    HomePage(ResourceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        return new home(
                catalogue.themes(),
                List.of(Audience.values()),
                Update.all(catalogue).stream().limit(LATEST).toList());
    }

    /** Its name is the template's. */
    record home(List<Theme> themes, List<Audience> audiences, List<Update> latest) implements TemplateInstance {}
}
