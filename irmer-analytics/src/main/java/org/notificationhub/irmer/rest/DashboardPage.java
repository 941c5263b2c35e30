package org.notificationhub.irmer.rest;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.annual.AnnualFigures;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.dashboard.AsAt;
import org.notificationhub.irmer.dashboard.Dashboard;
import org.notificationhub.irmer.provider.ProviderFigures;
import org.notificationhub.irmer.report.AnnualReport;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/** A year's figures on one page: what they say, how they compare, and the way to the events behind every number. */
@Path("/")
@PermitAll
public class DashboardPage {

    /** How many years before the chosen one are shown beside it. */
    private static final int BEFORE = 8;

    private final AnnualFigures figures;
    private final ProviderFigures providers;
    private final CountReader counts;
    private final Readers readers;
    private final Clock clock;
    private final boolean demonstration;

    DashboardPage(
            AnnualFigures figures,
            ProviderFigures providers,
            CountReader counts,
            Readers readers,
            Clock clock,
            IrmerConfig config) {
        this.figures = figures;
        this.providers = providers;
        this.counts = counts;
        this.readers = readers;
        this.clock = clock;
        this.demonstration = config.demonstration();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> page(
            @RestQuery String year, @RestQuery String modality, @RestQuery String asOf, @Context UriInfo uri) {
        if (!readers.mayRead()) {
            return Readers.signInFirst(uri.getRequestUri());
        }
        var mistakes = new ArrayList<Mistake>();
        var chosenYear = isEmpty(year) ? null : WrittenYear.read(year).orElse(null);
        if (!isEmpty(year) && chosenYear == null) {
            mistakes.add(new Mistake("year", "Choose a year from the list"));
        }
        var chosenModality = isEmpty(modality) ? null : Modality.of(modality).orElse(null);
        if (!isEmpty(modality) && chosenModality == null) {
            mistakes.add(new Mistake("modality", "Choose a modality from the list"));
        }
        var chosenTime = isEmpty(asOf) ? Optional.<Instant>empty() : AsAt.read(asOf);
        if (!isEmpty(asOf) && chosenTime.isEmpty()) {
            mistakes.add(new Mistake("asOf", "Enter a day or a time, such as 1 April 2026 or 5:30pm on 1 April 2026"));
        }
        var known = counts.known(chosenTime.orElse(null));
        var years = figures.years(known).stream().map(AnnualReport::year).toList();
        var shownYear = chosenYear == null ? latest(years) : chosenYear;
        var form = new Form(years(years, shownYear), modalities(chosenModality), isEmpty(asOf) ? "" : asOf, mistakes);
        return mistakes.isEmpty()
                ? answer(Status.OK, form, dashboard(shownYear, chosenModality, known), chosenTime.isEmpty(), uri)
                : answer(Status.BAD_REQUEST, form, null, false, uri);
    }

    private Dashboard dashboard(ReportingYear year, Modality modality, Instant known) {
        var first = new ReportingYear(year.startYear() - BEFORE);
        return Dashboard.of(
                figures.tables(year, known),
                modality,
                figures.trend(first, year, known),
                providers.table(year, modality == null ? null : modality.name(), known));
    }

    private RestResponse<TemplateInstance> answer(
            Status status, Form form, Dashboard figures, boolean live, UriInfo uri) {
        var page = new dashboard(form, figures, live, demonstration, readers.isSignedIn());
        var answer = RestResponse.ResponseBuilder.<TemplateInstance>create(status, page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (readers.isVisitor()
                        ? answer.cookie(Readers.cookie(ReaderCookie.VISITOR, -1, uri.getRequestUri()))
                        : answer)
                .build();
    }

    private ReportingYear latest(List<ReportingYear> years) {
        return years.isEmpty() ? ReportingYear.of(clock.instant()) : years.get(years.size() - 1);
    }

    /** Newest first, the chosen one among them even where nothing was notified in it. */
    private static List<Option> years(List<ReportingYear> years, ReportingYear chosen) {
        return Stream.concat(years.stream(), Stream.of(chosen))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(year -> new Option(year.inPath(), year.toString(), year.equals(chosen)))
                .toList();
    }

    private static List<Option> modalities(Modality chosen) {
        return Arrays.stream(Modality.values())
                .map(modality -> new Option(modality.name(), modality.label(), modality == chosen))
                .toList();
    }

    private static boolean isEmpty(String field) {
        return field == null || field.isBlank();
    }

    /**
     * Its name is the template's.
     *
     * @param figures null where the form needs attention
     * @param live whether it changes when something is counted
     * @param signedIn whether there is something to sign out of
     */
    record dashboard(Form form, Dashboard figures, boolean live, boolean demonstration, boolean signedIn)
            implements TemplateInstance {}

    /** What was asked. */
    record Form(List<Option> years, List<Option> modalities, String asOf, List<Mistake> mistakes) {

        public String mistake(String field) {
            return mistakes.stream()
                    .filter(each -> each.field().equals(field))
                    .map(Mistake::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Option(String code, String title, boolean chosen) {}

    record Mistake(String field, String text) {}
}
