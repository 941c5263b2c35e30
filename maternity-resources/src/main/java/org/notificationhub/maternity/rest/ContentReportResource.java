package org.notificationhub.maternity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.ListQuery;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.report.BrokenReference;
import org.notificationhub.maternity.report.DueReview;
import org.notificationhub.maternity.report.ReferenceReport;
import org.notificationhub.maternity.report.ReportCsv;
import org.notificationhub.maternity.report.ReviewReport;

/** What the content's editors have to look at. */
@Path("/v1/content/reports")
@Tag(name = "Reports")
@PermitAll
public class ContentReportResource {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String CSV = "text/csv;qs=0.5";

    private final ResourceCatalogue catalogue;
    private final Clock clock;

    ContentReportResource(ResourceCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @param by the day, in London */
    public record ReviewsDue(LocalDate by, List<DueReview> items) {}

    /** @param on the day, in London */
    public record BrokenReferences(LocalDate on, List<BrokenReference> items) {}

    @GET
    @Path("/review-due")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What has to be read again by a day",
            description =
                    "Resources whose review is due, and examples that count as older ones from then. The most overdue"
                            + " first. Also served as text/csv.")
    @APIResponse(responseCode = "200", description = "All of it; there is no next")
    @APIResponse(responseCode = "400", description = "The day is none")
    public ReviewsDue reviewDue(
            @Parameter(description = "YYYY-MM-DD; today where absent", example = "2027-06-30") @RestQuery String by) {
        var day = day("by", by);
        return new ReviewsDue(day, ReviewReport.dueBy(day, catalogue.resources()));
    }

    @GET
    @Path("/review-due")
    @Produces(CSV)
    @Operation(hidden = true)
    public RestResponse<String> reviewDueCsv(@RestQuery String by) {
        var report = reviewDue(by);
        return csv("maternity-reviews-due-" + report.by(), ReportCsv.reviews(report.items()));
    }

    @GET
    @Path("/broken-references")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "References that need an editor",
            description =
                    "Those that are superseded, due for another edition, unchecked or unused, and frameworks that have"
                            + " ended while questions still name them; with what to do and the resources that cite them. The worst"
                            + " first. Also served as text/csv.")
    @APIResponse(responseCode = "200", description = "All of them; there is no next")
    @APIResponse(responseCode = "400", description = "The day is none")
    public BrokenReferences brokenReferences(
            @Parameter(description = "YYYY-MM-DD; today where absent", example = "2026-11-30") @RestQuery String on) {
        var day = day("on", on);
        return new BrokenReferences(day, ReferenceReport.on(day, catalogue.content()));
    }

    @GET
    @Path("/broken-references")
    @Produces(CSV)
    @Operation(hidden = true)
    public RestResponse<String> brokenReferencesCsv(@RestQuery String on) {
        var report = brokenReferences(on);
        return csv("maternity-broken-references-" + report.on(), ReportCsv.references(report.items()));
    }

    private LocalDate day(String name, String value) {
        var query = new ListQuery();
        var day = query.day(name, value, LocalDate.ofInstant(clock.instant(), LONDON));
        query.refuseFaults();
        return day;
    }

    private static RestResponse<String> csv(String name, String text) {
        return RestResponse.ResponseBuilder.ok(text, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
