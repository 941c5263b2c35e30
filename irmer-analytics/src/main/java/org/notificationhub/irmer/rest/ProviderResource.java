package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.irmer.annual.AnnualFigures;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.Forms;
import org.notificationhub.irmer.provider.ProviderFigures;
import org.notificationhub.irmer.report.ReportingYear;

/** Counts and rates by provider. */
@Path("/v1/irmer/years/{year}/providers")
@Tag(name = "IR(ME)R figures")
@RolesAllowed("analytics:read")
public class ProviderResource {

    private final ProviderFigures figures;
    private final AnnualFigures books;
    private final AsOf asOf;

    ProviderResource(ProviderFigures figures, AnnualFigures books, AsOf asOf) {
        this.figures = figures;
        this.books = books;
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
        var only = FigureQuery.modality(modality);
        var known = this.asOf.of(asOf);
        var table = figures.table(asked, only == null ? null : only.name(), known);
        return books.book(asked, known, "providers", "Notifications by provider", List.of(table));
    }
}
