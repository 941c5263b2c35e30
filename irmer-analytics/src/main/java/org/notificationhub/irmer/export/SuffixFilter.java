package org.notificationhub.irmer.export;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets an address say in which form it is wanted: {@code …/factors.csv} is {@code …/factors} as CSV. */
public class SuffixFilter {

    private static final String FIGURES = "/v1/irmer/";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** After the trace is known, which an answer that refuses quotes. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.USER + 1)
    public void read(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if (path.startsWith(FIGURES) && READING.contains(request.getMethod())) {
            Form.bySuffix(path).ifPresent(form -> want(form, request));
        }
    }

    private static void want(Form form, ContainerRequestContext request) {
        var asked = Asked.as(form, request.getUriInfo().getRequestUri());
        request.setRequestUri(URI.create(asked.resource("")));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, form.accepted());
        asked.keepWith(request);
    }
}
