package org.notificationhub.irmer.rest;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.annual.AnnualFigures;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.event.Event;
import org.notificationhub.irmer.event.EventRepository;
import org.notificationhub.words.LondonTime;

/** The events behind a number of the dashboard, as a page. */
@Path("/events")
@PermitAll
public class EventsPage {

    private static final int SIZE = 25;

    private final EventRepository events;
    private final CountReader counts;
    private final AnnualFigures figures;
    private final Readers readers;
    private final boolean demonstration;

    EventsPage(EventRepository events, CountReader counts, AnnualFigures figures, Readers readers, IrmerConfig config) {
        this.events = events;
        this.counts = counts;
        this.figures = figures;
        this.readers = readers;
        this.demonstration = config.demonstration();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> page(
            @BeanParam EventQuery asked, @RestQuery String asOf, @RestQuery String cursor, @Context UriInfo uri) {
        if (!readers.mayRead()) {
            return Readers.signInFirst(uri.getRequestUri());
        }
        var reviews = readers.mayReview();
        if (asked.provider != null && !reviews) {
            throw new ForbiddenException();
        }
        var query = new ListQuery();
        var known = counts.known(query.instant("asOf", asOf, null));
        var filter = asked.filter(query, known);
        query.refuseFaults();
        var from = Cursor.parse(cursor);
        var found = events.find(filter, from == null ? null : from.id(), SIZE + 1, known);
        var words = new EventWords(figures.words());
        var page = new events(
                words.of(asked),
                found.stream()
                        .limit(SIZE)
                        .map(event -> words.row(EventView.of(event, Optional.empty(), reviews)))
                        .toList(),
                next(found, uri),
                from != null,
                LondonTime.of(known),
                back(asked),
                reviews,
                demonstration);
        return RestResponse.ResponseBuilder.ok((TemplateInstance) page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String next(List<Event> found, UriInfo uri) {
        if (found.size() <= SIZE) {
            return null;
        }
        var place = new Cursor(Instant.EPOCH, found.get(SIZE - 1).notificationId());
        return Page.answer(List.of(), place, uri).getEntity().next();
    }

    private static String back(EventQuery asked) {
        return WrittenYear.read(asked.year)
                .map(year -> "/?year=" + year.inPath())
                .orElse("/");
    }

    /**
     * Its name is the template's.
     *
     * @param conditions which events they are, in words
     * @param next where the list goes on; null at its end
     * @param later whether there are events before these
     * @param back to the figures
     * @param reviews whether the reader may know whose they are
     */
    record events(
            List<String> conditions,
            List<EventWords.Row> rows,
            String next,
            boolean later,
            String asAt,
            String back,
            boolean reviews,
            boolean demonstration)
            implements TemplateInstance {}
}
