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

    /** Text, so that the API document tells callers of a page and nothing of how it is made. */
    @GET
    @Path("/{slug}")
    @Produces(MediaType.TEXT_HTML)
    public String page(@RestPath String slug) {
        var kind = Arrays.stream(ProblemKind.values())
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new problem(kind.title(), kind.name(), kind.status(), kind.remedy()).render();
    }

    /** Its name is the template's. */
    record problem(String title, String code, int status, String remedy) implements TemplateInstance {}
}
