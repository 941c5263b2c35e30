package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.irmer.annual.AnnualFigures;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.difference.Differences;
import org.notificationhub.irmer.difference.Moment;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.Forms;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.snapshot.BookJson;
import org.notificationhub.irmer.snapshot.Snapshots;

/** What changed in a year's figures between two times or snapshots. */
@Path("/v1/irmer/years/{year}/diff")
@Tag(name = "IR(ME)R snapshots")
@RolesAllowed("analytics:read")
public class DifferenceResource {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String SIDE = "RFC 3339 with an offset, or the id of a snapshot of the year";

    private final Differences differences;
    private final AnnualFigures books;
    private final Snapshots snapshots;
    private final CountReader counts;

    DifferenceResource(Differences differences, AnnualFigures books, Snapshots snapshots, CountReader counts) {
        this.differences = differences;
        this.books = books;
        this.snapshots = snapshots;
        this.counts = counts;
    }

    @GET
    @Produces({Forms.JSON, Forms.CSV, Forms.ODS})
    @Operation(
            summary = "What changed in a year between two times or snapshots",
            description =
                    "The table differences has every count that differs between two times; where one side is a snapshot, every"
                            + " figure of its frozen tables that does. The table events says how many notifications were added,"
                            + " withdrawn, left out or reclassified, and where they are listed. Figures by provider are not"
                            + " compared, since that could give away what is withheld.")
    @APIResponse(responseCode = "200", description = "Two tables: differences and events")
    @APIResponse(responseCode = "400", description = "from or to is neither, or from is later than to")
    @APIResponse(responseCode = "404", description = "Not a year such as 2023-24")
    public FigureBook diff(
            @Parameter(example = "2023-24") @RestPath String year,
            @Parameter(description = SIDE, example = "2026-11-22T09:00:00Z") @RestQuery String from,
            @Parameter(description = SIDE + "; now where absent", example = "2026-11-23T09:00:00Z") @RestQuery
                    String to) {
        var asked = ReportingYear.parse(year).orElseThrow(NotFoundException::new);
        var query = new ListQuery();
        if (from == null) {
            query.refuse(new Fault("from", "REQUIRED", "Use " + SIDE));
        }
        var first = moment(asked, "from", from, query);
        var last = moment(asked, "to", to, query);
        query.refuseFaults();
        if (first.asOf().isAfter(last.asOf())) {
            query.refuse(new Fault("from", "OUT_OF_ORDER", "Use a time before that of to"));
        }
        query.refuseFaults();
        return books.book(
                asked,
                last.asOf(),
                "differences",
                "What changed in the notifications under IR(ME)R in England",
                differences.between(first, last, asked));
    }

    private Moment moment(ReportingYear year, String name, String given, ListQuery query) {
        if (given != null && ID.matcher(given).matches()) {
            return snapshots
                    .find(year, UUID.fromString(given))
                    .map(snapshot -> Moment.of(BookJson.read(snapshots.frozen(snapshot))))
                    .orElseGet(() -> {
                        query.refuse(new Fault(name, "NO_SUCH_SNAPSHOT", "Use the id of a snapshot of this year"));
                        return Moment.of(Instant.EPOCH);
                    });
        }
        return Moment.of(counts.known(query.instant(name, given, null)));
    }
}
