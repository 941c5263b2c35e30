package org.notificationhub.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.notificationhub.events.Ids;

/** Accepts, makes where absent, and echoes {@code X-Request-ID} and {@code X-Correlation-ID}; continues the W3C trace. */
public class TraceFilter {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CORRELATION_FORM = Pattern.compile("[A-Za-z0-9_:-]{1,128}");

    private final CurrentTrace current;

    TraceFilter(CurrentTrace current) {
        this.current = current;
    }

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        var given = request.getHeaderString("X-Request-ID");
        var requestId = given != null && UUID_FORM.matcher(given).matches() ? given : newId();
        var correlation = request.getHeaderString("X-Correlation-ID");
        var usable =
                correlation != null && CORRELATION_FORM.matcher(correlation).matches();
        var trace = new Trace(
                requestId,
                usable ? correlation : requestId,
                TraceParent.continued(request.getHeaderString("traceparent")));
        current.set(trace);
        MDC.put("labels.traceId", trace.parent().traceId());
        MDC.put("labels.spanId", trace.parent().spanId());
        MDC.put("labels.correlationId", trace.correlationId());
        if (correlation != null && !usable) {
            throw new Refusal(ProblemKind.CORRELATION_ID_INVALID, ProblemKind.CORRELATION_ID_INVALID.remedy());
        }
    }

    @ServerResponseFilter
    public void echo(ContainerResponseContext response) {
        var trace = current.get();
        if (trace != null) {
            response.getHeaders().putSingle("X-Request-ID", trace.requestId());
            response.getHeaders().putSingle("X-Correlation-ID", trace.correlationId());
        }
    }

    private static String newId() {
        return Ids.next().toString();
    }
}
