package org.notificationhub.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every answer that is not a success: RFC 9457, {@code application/problem+json}.
 *
 * @param type address, on the service that answered, of a page that says how to put it right
 * @param code stable: a {@link ProblemKind}
 * @param instance the path that was asked for
 * @param errors every fault found, by pointer; absent where there is only one and {@code detail} says it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        String correlationId,
        String traceId,
        List<Fault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemKind kind, String detail, List<Fault> errors, String instance, Trace trace) {
        return new Problem(
                "/problems/" + kind.slug(),
                kind.title(),
                kind.status(),
                kind.name(),
                detail,
                instance,
                trace == null ? null : trace.correlationId(),
                trace == null ? null : trace.parent().traceId(),
                errors);
    }
}
