package org.notificationhub.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong into a problem body that says what to do and gives nothing away. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final CurrentTrace trace;

    ProblemMappers(CurrentTrace trace) {
        this.trace = trace;
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(Refusal e, UriInfo uri) {
        return answer(e.kind(), e.getMessage(), e.faults(), e.headers(), uri);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    RestResponse<Problem> unauthenticated(UriInfo uri) {
        var kind = ProblemKind.UNAUTHENTICATED;
        return answer(kind, kind.remedy(), List.of(), Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"), uri);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    RestResponse<Problem> forbidden(UriInfo uri) {
        return answer(ProblemKind.FORBIDDEN, ProblemKind.FORBIDDEN.remedy(), List.of(), Map.of(), uri);
    }

    /** Jackson's own words quote the value and the class, so only the place is kept. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    RestResponse<Problem> unreadable(JsonProcessingException e, UriInfo uri) {
        if (!(e instanceof MismatchedInputException mismatch)
                || mismatch.getPath().isEmpty()) {
            return answer(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy(), List.of(), Map.of(), uri);
        }
        var unknown = e instanceof UnrecognizedPropertyException;
        var fault = new Fault(
                pointer(mismatch.getPath()),
                unknown ? "UNKNOWN_MEMBER" : "WRONG_TYPE",
                unknown ? "Remove this member; it is not known here" : "Use the form the API document gives");
        return answer(ProblemKind.VALIDATION, "1 member needs attention", List.of(fault), Map.of(), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> refusedByFramework(WebApplicationException e, UriInfo uri) {
        var cause = e.getCause();
        if (cause instanceof JsonProcessingException json) {
            return unreadable(json, uri);
        }
        var kind = ProblemKind.ofStatus(e.getResponse().getStatus());
        if (kind == ProblemKind.INTERNAL) {
            return failed(e, uri);
        }
        var headers = e instanceof NotAllowedException ? allow(e.getResponse()) : Map.<String, String>of();
        return answer(kind, kind.remedy(), List.of(), headers, uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> failed(Throwable e, UriInfo uri) {
        if (Outage.isBehind(e)) {
            LOG.warn("The database is away; the caller is asked to come back", new Failure(e));
            var kind = ProblemKind.UNAVAILABLE;
            return answer(kind, kind.remedy(), List.of(), Map.of(HttpHeaders.RETRY_AFTER, "5"), uri);
        }
        LOG.error("A request failed; its traceId finds the lines around this one", new Failure(e));
        return answer(ProblemKind.INTERNAL, ProblemKind.INTERNAL.remedy(), List.of(), Map.of(), uri);
    }

    private RestResponse<Problem> answer(
            ProblemKind kind, String detail, List<Fault> faults, Map<String, String> headers, UriInfo uri) {
        var problem = Problem.of(kind, detail, faults, uri.getPath(), trace.get());
        var answer = RestResponse.ResponseBuilder.<Problem>create(kind.status())
                .entity(problem)
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.forEach(answer::header);
        return answer.build();
    }

    private static Map<String, String> allow(Response response) {
        var allowed = response.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allowed);
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }
}
