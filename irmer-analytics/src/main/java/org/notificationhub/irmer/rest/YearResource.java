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
import org.notificationhub.http.Page;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.annual.AnnualFigures;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.Forms;
import org.notificationhub.irmer.report.AnnualTables;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Scope;
import org.notificationhub.irmer.snapshot.YearBooks;

/** The years of notifications of significant accidental or unintended exposures. */
@Path("/v1/irmer/years")
@Tag(name = "IR(ME)R figures")
@RolesAllowed("analytics:read")
public class YearResource {

    private static final String YEAR = "2023-24";
    private static final String TIME = "2026-11-23T09:00:00Z";
    private static final String NOT_A_TIME = "asOf is not a time";
    private static final String NOT_A_YEAR = "Not a year such as 2023-24";

    /** Where a caller has no preference, JSON is answered. */
    private static final String CSV = Forms.CSV + ";qs=0.5";

    private static final String ODS = Forms.ODS + ";qs=0.5";

    private final AnnualFigures figures;
    private final YearBooks books;
    private final AsOf asOf;
    private final boolean demonstration;

    YearResource(AnnualFigures figures, YearBooks books, AsOf asOf, IrmerConfig config) {
        this.figures = figures;
        this.books = books;
        this.asOf = asOf;
        this.demonstration = config.demonstration();
    }

    @GET
    @Operation(summary = "The years from the first notification to the last")
    @APIResponse(responseCode = "200", description = "Oldest first")
    @APIResponse(responseCode = "400", description = NOT_A_TIME)
    public Page<YearView> years(@Parameter(description = AsOf.DESCRIPTION, example = TIME) @RestQuery String asOf) {
        return new Page<>(
                figures.years(this.asOf.of(asOf)).stream().map(YearView::of).toList(), null);
    }

    @GET
    @Path("/{year}")
    @Produces(Forms.JSON)
    @Operation(
            summary = "A year's notifications, by modality",
            description =
                    "A notification belongs to the year of the day, in London, on which CQC was notified: the receipt "
                            + "by the hub, or cqc.notifiedAt where CQC had been told before. Follow-up reports and test data are "
                            + "never counted. Numbers that are not known are null. As text/csv, and as an OpenDocument "
                            + "spreadsheet, it is the whole report, of which the CSV holds one table: the modalities, or that "
                            + "of ?table=.")
    @APIResponse(responseCode = "200", description = "The year; all zero where nothing was notified")
    @APIResponse(responseCode = "400", description = NOT_A_TIME)
    @APIResponse(responseCode = "404", description = NOT_A_YEAR)
    public AnnualReportView year(
            @Parameter(example = YEAR) @RestPath String year,
            @Parameter(description = AsOf.DESCRIPTION, example = TIME) @RestQuery String asOf) {
        return AnnualReportView.of(tables(year, asOf).report(), demonstration);
    }

    @GET
    @Path("/{year}")
    @Produces({CSV, ODS})
    @Operation(hidden = true)
    public FigureBook yearFiles(@RestPath String year, @RestQuery String asOf) {
        return books.of(parsed(year), this.asOf.of(asOf));
    }

    @GET
    @Path("/{year}/errors")
    @Produces(Forms.JSON)
    @Operation(
            summary = "What went wrong in a year, as reviews found it",
            description =
                    "Three tiers: from whom the error arose, where in the pathway, and what it was. CQC assigns them after"
                            + " its review, so notifications that await one are counted apart. The same word under another"
                            + " parent is another error. As text/csv and as an OpenDocument spreadsheet it is one table, with"
                            + " every notification in one row.")
    @APIResponse(responseCode = "200", description = "A tree for each modality, the commonest errors first")
    @APIResponse(responseCode = "400", description = "asOf is not a time, or modality none")
    @APIResponse(responseCode = "404", description = NOT_A_YEAR)
    public ErrorsView errors(
            @Parameter(example = YEAR) @RestPath String year,
            @Parameter(description = "All of them where absent", example = "DIAGNOSTIC_IMAGING") @RestQuery
                    String modality,
            @Parameter(description = AsOf.DESCRIPTION, example = TIME) @RestQuery String asOf) {
        var asked = FigureQuery.modality(modality);
        var tables = tables(year, asOf);
        return ErrorsView.of(
                tables.year(),
                tables.asOf(),
                tables.scopes(asked).stream().map(tables::errorTree).toList());
    }

    @GET
    @Path("/{year}/errors")
    @Produces({CSV, ODS})
    @Operation(hidden = true)
    public FigureBook errorFiles(@RestPath String year, @RestQuery String modality, @RestQuery String asOf) {
        var asked = FigureQuery.modality(modality);
        var tables = tables(year, asOf);
        var what = asked == null ? "errors" : "errors-" + Scope.of(asked).slug();
        return figures.book(
                tables.year(), tables.asOf(), what, "What went wrong", List.of(tables.errors(tables.scopes(asked))));
    }

    @GET
    @Path("/{year}/sub-modalities")
    @Produces({Forms.JSON, Forms.CSV, Forms.ODS})
    @Operation(summary = "A year's notifications, by sub-modality")
    @APIResponse(responseCode = "200", description = "One table, by modality, the commonest first")
    @APIResponse(responseCode = "400", description = NOT_A_TIME)
    @APIResponse(responseCode = "404", description = NOT_A_YEAR)
    public FigureBook subModalities(
            @Parameter(example = YEAR) @RestPath String year,
            @Parameter(description = AsOf.DESCRIPTION, example = TIME) @RestQuery String asOf) {
        var tables = tables(year, asOf);
        return figures.book(
                tables.year(),
                tables.asOf(),
                "sub-modalities",
                "Notifications by sub-modality",
                List.of(tables.subModalities()));
    }

    @GET
    @Path("/{year}/codes")
    @Produces({Forms.JSON, Forms.CSV, Forms.ODS})
    @Operation(
            summary = "A year's notifications, by the codes of CQC's criteria",
            description = "With what a code says, where its text is held.")
    @APIResponse(responseCode = "200", description = "Two tables: codes and complementary-codes")
    @APIResponse(responseCode = "400", description = NOT_A_TIME)
    @APIResponse(responseCode = "404", description = NOT_A_YEAR)
    public FigureBook codes(
            @Parameter(example = YEAR) @RestPath String year,
            @Parameter(description = AsOf.DESCRIPTION, example = TIME) @RestQuery String asOf) {
        var tables = tables(year, asOf);
        return figures.book(
                tables.year(),
                tables.asOf(),
                "codes",
                "Notifications by notification code",
                List.of(tables.codes(), tables.complementaryCodes()));
    }

    @GET
    @Path("/{year}/factors")
    @Produces({Forms.JSON, Forms.CSV, Forms.ODS})
    @Operation(
            summary = "What contributed in a year, and what recurs",
            description =
                    "The share of notifications that name a factor, beside the year before, with what an employer can do"
                            + " about it. A notification counts with each factor that it names.")
    @APIResponse(responseCode = "200", description = "One table, of all and by modality, the commonest first")
    @APIResponse(responseCode = "400", description = NOT_A_TIME)
    @APIResponse(responseCode = "404", description = NOT_A_YEAR)
    public FigureBook factors(
            @Parameter(example = YEAR) @RestPath String year,
            @Parameter(description = AsOf.DESCRIPTION, example = TIME) @RestQuery String asOf) {
        var tables = tables(year, asOf);
        return figures.book(tables.year(), tables.asOf(), "factors", "What contributed", List.of(tables.factors()));
    }

    @GET
    @Path("/{year}/timeliness")
    @Produces({Forms.JSON, Forms.CSV, Forms.ODS})
    @Operation(
            summary = "Whether limits of time were kept in a year",
            description = "Two weeks to notify and twelve to report the investigation, from discovery.")
    @APIResponse(responseCode = "200", description = "One table, of all and by modality")
    @APIResponse(responseCode = "400", description = NOT_A_TIME)
    @APIResponse(responseCode = "404", description = NOT_A_YEAR)
    public FigureBook timeliness(
            @Parameter(example = YEAR) @RestPath String year,
            @Parameter(description = AsOf.DESCRIPTION, example = TIME) @RestQuery String asOf) {
        var tables = tables(year, asOf);
        return figures.book(
                tables.year(),
                tables.asOf(),
                "timeliness",
                "Whether limits of time were kept",
                List.of(tables.timeliness()));
    }

    private AnnualTables tables(String year, String asOf) {
        return figures.tables(parsed(year), this.asOf.of(asOf));
    }

    private static ReportingYear parsed(String year) {
        return ReportingYear.parse(year).orElseThrow(NotFoundException::new);
    }
}
