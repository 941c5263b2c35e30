package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.finding.Update;

/** What was published, since a day if wanted. */
@Path("/updates")
@PermitAll
public class UpdatesPage {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ResourceCatalogue catalogue;
    private final Clock clock;

    UpdatesPage(ResourceCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@RestQuery String since) {
        var from = day(since);
        var updates = Update.all(catalogue).stream()
                .filter(update -> from.isEmpty() || !update.publishedAt().isBefore(from.get()))
                .map(update -> new Shown(
                        update,
                        catalogue.theme(update.resource().theme()).orElseThrow().title()))
                .toList();
        return new updates(from.orElse(null), spans(from.orElse(null)), updates);
    }

    private List<Span> spans(LocalDate chosen) {
        var today = LocalDate.ofInstant(clock.instant(), LONDON);
        return List.of(
                new Span("Last 30 days", today.minusDays(30), chosen),
                new Span("Last 3 months", today.minusMonths(3), chosen),
                new Span("Last 12 months", today.minusMonths(12), chosen),
                new Span("All", null, chosen));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** Its name is the template's. {@code since} is null for all. */
    record updates(LocalDate since, List<Span> spans, List<Shown> updates) implements TemplateInstance {}

    /** A time to look back over. */
    record Span(String title, LocalDate since, LocalDate chosen) {

        public boolean isChosen() {
            return since == null ? chosen == null : since.equals(chosen);
        }
    }

    record Shown(Update update, String theme) {}
}
