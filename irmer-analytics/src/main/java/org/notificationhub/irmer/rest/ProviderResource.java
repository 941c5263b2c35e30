package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.http.ListQuery;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Forms;
import org.notificationhub.irmer.provider.ProviderFigures;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/** Counts and rates by provider. */
@Path("/v1/irmer/years/{year}/providers")
@Tag(name = "IR(ME)R figures")
@RolesAllowed("analytics:read")
public class ProviderResource {

    private final ProviderFigures figures;
    private final AsOf asOf;

    ProviderResource(ProviderFigures figures, AsOf asOf) {
        this.figures = figures;
        this.asOf = asOf;
    }

    @GET
    @Produces({Forms.JSON, Forms.CSV, Forms.ODS})
    @Operation(
            summary = "A year's notifications by provider",
            description =
                    "Counts, rates per activity, what one would expect at England's rate with its funnel limits, and a mark:"
                            + " ZERO, LOW, AS_EXPECTED, HIGH or NO_ACTIVITY. Providers with an activity figure are expected to"
                            + " notify. Small counts are withheld, [c], and so are others from which they could be worked out.")
    @APIResponse(responseCode = "200", description = "The table, England's row first in each modality")
    @APIResponse(responseCode = "400", description = "asOf is not a time, or modality not one of those there are")
    @APIResponse(responseCode = "404", description = "Not a year such as 2023-24")
    public FigureBook providers(
            @Parameter(example = "2023-24") @RestPath String year,
            @Parameter(description = "DIAGNOSTIC_IMAGING, NUCLEAR_MEDICINE or RADIOTHERAPY; all where absent")
                    @RestQuery
                    String modality,
            @Parameter(description = AsOf.DESCRIPTION, example = "2026-11-23T09:00:00Z") @RestQuery String asOf) {
        var asked = ReportingYear.parse(year).orElseThrow(NotFoundException::new);
        var query = new ListQuery();
        var only = query.code("modality", modality, Modality.class);
        query.refuseFaults();
        var known = this.asOf.of(asOf);
        return book(asked, known, figures.table(asked, only == null ? null : only.name(), known));
    }

    private static FigureBook book(ReportingYear year, Instant asOf, FigureTable table) {
        return Books.of(
                "irmer-providers-england-" + year.inPath(), "IR(ME)R notifications by provider", year, asOf, table);
    }
}
