package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.http.Fault;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.report.AnnualReport;
import org.notificationhub.irmer.report.ReportingYear;

/** The years of notifications of significant accidental or unintended exposures. */
@Path("/v1/irmer/years")
@Tag(name = "IR(ME)R figures")
@RolesAllowed("analytics:read")
public class YearResource {

    private static final String AS_OF =
            "RFC 3339 with an offset: as known at that time. Now where absent or in the future; the answer says which";

    private final CountReader counts;

    YearResource(CountReader counts) {
        this.counts = counts;
    }

    @GET
    @Operation(summary = "The years from the first notification to the last")
    @APIResponse(responseCode = "200", description = "Oldest first")
    @APIResponse(responseCode = "400", description = "asOf is not a time")
    public Page<YearView> years(
            @Parameter(description = AS_OF, example = "2026-11-23T09:00:00Z") @RestQuery String asOf) {
        var known = asOf(asOf);
        return new Page<>(
                counts.years(known).stream()
                        .map(year -> YearView.of(report(year, known)))
                        .toList(),
                null);
    }

    @GET
    @Path("/{year}")
    @Operation(
            summary = "A year's notifications, by modality",
            description =
                    "A notification belongs to the year of the day, in London, on which CQC was notified: the receipt "
                            + "by the hub, or cqc.notifiedAt where CQC had been told before. Follow-up reports and test data are "
                            + "never counted. Numbers that are not known are null.")
    @APIResponse(responseCode = "200", description = "The year; all zero where nothing was notified")
    @APIResponse(responseCode = "400", description = "asOf is not a time")
    @APIResponse(responseCode = "404", description = "Not a year such as 2023-24")
    public AnnualReportView year(
            @Parameter(example = "2023-24") @RestPath String year,
            @Parameter(description = AS_OF, example = "2026-11-23T09:00:00Z") @RestQuery String asOf) {
        var asked = ReportingYear.parse(year).orElseThrow(NotFoundException::new);
        return AnnualReportView.of(report(asked, asOf(asOf)));
    }

    private AnnualReport report(ReportingYear year, Instant asOf) {
        return AnnualReport.of(year, asOf, counts.counts(year, List.of(Dimension.COUNTED, Dimension.LEFT_OUT), asOf));
    }

    private Instant asOf(String given) {
        try {
            return counts.known(
                    given == null ? null : OffsetDateTime.parse(given).toInstant());
        } catch (DateTimeException e) {
            throw new Refusal(
                    ProblemKind.QUERY_INVALID,
                    List.of(new Fault("asOf", "NOT_A_DATE_TIME", "Use RFC 3339 with an offset")));
        }
    }
}
