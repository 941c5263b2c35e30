package org.notificationhub.maternity.rest;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Nothing larger than an answer to the survey is taken. What does not say how long it is, the server cuts off. */
public class BodyLimit {

    private static final int KIBIBYTE = 1024;
    private static final int LARGEST = 16 * KIBIBYTE;

    /** After the trace is known, which the answer quotes. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.USER + 1)
    public void limit(ContainerRequestContext request) {
        if (request.getLength() > LARGEST) {
            throw new Refusal(
                    ProblemKind.TOO_LARGE,
                    "The body is larger than the %d KiB taken here".formatted(LARGEST / KIBIBYTE));
        }
    }
}
