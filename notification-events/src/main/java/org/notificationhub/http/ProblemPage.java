package org.notificationhub.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestPath;

/** What a problem's {@code type} opens. */
@Path("/problems")
@PermitAll
public class ProblemPage {

    @GET
    @Path("/{slug}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestPath String slug) {
        var kind = Arrays.stream(ProblemKind.values())
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new problem(kind.title(), kind.name(), kind.status(), kind.remedy());
    }

    /** Its name is the template's. */
    record problem(String title, String code, int status, String remedy) implements TemplateInstance {}
}
