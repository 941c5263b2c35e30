package org.notificationhub.http;

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

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s - Statutory Notification Hub</title></head>
            <body><main><h1>%1$s</h1><p>Code %2$s, status %3$d.</p><h2>What to do</h2><p>%4$s</p></main></body>
            </html>
            """;

    @GET
    @Path("/{slug}")
    @Produces(MediaType.TEXT_HTML)
    public String page(@RestPath String slug) {
        var kind = Arrays.stream(ProblemKind.values())
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return PAGE.formatted(kind.title(), kind.name(), kind.status(), kind.remedy());
    }
}
