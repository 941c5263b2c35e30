package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.irmer.annual.AnnualFigures;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.Forms;
import org.notificationhub.irmer.rest.FigureQuery.Span;

/** Years of notifications beside each other. */
@Path("/v1/irmer/trend")
@Tag(name = "IR(ME)R figures")
@RolesAllowed("analytics:read")
public class TrendResource {

    private final AnnualFigures figures;
    private final AsOf asOf;

    TrendResource(AnnualFigures figures, AsOf asOf) {
        this.figures = figures;
        this.asOf = asOf;
    }

    @GET
    @Produces({Forms.JSON, Forms.CSV, Forms.ODS})
    @Operation(
            summary = "Notifications year by year, with the breaks of the series",
            description =
                    "What the hub counted and what CQC published are series of their own. Where criteria changed, or a"
                            + " published period is not twelve months, it is said.")
    @APIResponse(responseCode = "200", description = "Two tables: trend, the oldest first, and series-breaks")
    @APIResponse(
            responseCode = "400",
            description = "from or to is not a year, to is before from, or asOf is not a time")
    public FigureBook trend(
            @Parameter(description = "The first year; where absent, the earliest known", example = "2015-16") @RestQuery
                    String from,
            @Parameter(description = "The last year; where absent, the latest known", example = "2024-25") @RestQuery
                    String to,
            @Parameter(description = AsOf.DESCRIPTION, example = "2026-11-23T09:00:00Z") @RestQuery String asOf) {
        var span = Span.of(from, to);
        return figures.trendBook(span.from(), span.to(), this.asOf.of(asOf));
    }
}
