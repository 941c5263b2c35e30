package org.notificationhub.irmer.rest;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.dashboard.LiveCounts;

/** Server-sent events that say when counts have changed, and nothing of how. */
@Path("/live")
@RolesAllowed(Readers.SCOPE)
public class LiveResource {

    private final LiveCounts counts;

    LiveResource(LiveCounts counts) {
        this.counts = counts;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> live(@Context Sse sse) {
        if (counts.isFull()) {
            throw new Refusal(
                    ProblemKind.UNAVAILABLE,
                    "Too many are listening already.",
                    List.of(),
                    Map.of(HttpHeaders.RETRY_AFTER, "60"));
        }
        return counts.changes().map(text -> event(sse, text));
    }

    private static OutboundSseEvent event(Sse sse, String text) {
        return text.isEmpty()
                ? sse.newEventBuilder().comment("still here").build()
                : sse.newEventBuilder().name("counted").data(text).build();
    }
}
