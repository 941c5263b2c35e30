package org.notificationhub.routing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.reconciliation.Finding;
import org.notificationhub.routing.reconciliation.FindingDay;
import org.notificationhub.routing.reconciliation.FindingKind;
import org.notificationhub.routing.reconciliation.FindingTable;
import org.notificationhub.routing.reconciliation.Reconcile;
import org.notificationhub.routing.rule.LegalDay;

/** What does not agree between the law, what was told, and what the authorities have. */
@Path("/v1/reconciliation")
@RolesAllowed("deliveries:manage")
public class ReconciliationResource {

    private static final String EXAMPLE = """
            {"reason": "CQC confirmed by telephone that ENQ-1 and LFPSE-00000007 are one event, and counts it once."}""";

    private static final int MONTH = 31;
    private static final int YEAR = 366;

    private final FindingTable findings;
    private final Reconcile reconcile;
    private final JsonWebToken token;
    private final Clock clock;

    ReconciliationResource(FindingTable findings, Reconcile reconcile, JsonWebToken token, Clock clock) {
        this.findings = findings;
        this.reconcile = reconcile;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Findings in the order in which they were opened",
            description = "LFPSE_ONLY: an independent provider's event is in LfPSE and CQC has not been told."
                    + " ACCEPTED_WITHOUT_CQC_FLAG: LfPSE took it without the flag for CQC. EXEMPTION_FAILED: what let a trust"
                    + " not tell CQC does not hold any more. TOLD_TWICE: an authority was told twice, or CQC directly and"
                    + " through LfPSE. STANDS_AFTER_WITHDRAWAL: the sender has taken it back, and LfPSE's"
                    + " record stands. NO_RECEIPT: sent, and no proof within the time that is set (4 hours where it is not)."
                    + " CLASS_MISMATCH: the register contradicts itself about the provider. Each says what law it touches"
                    + " and what to do next; it resolves by itself when the facts change.")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be used")
    public RestResponse<Page<FindingView>> list(
            @Parameter(description = "Such as LFPSE_ONLY") @RestQuery String kind,
            @Parameter(description = "Of one provider") @RestQuery String providerId,
            @Parameter(description = "OPEN, RESOLVED or CLOSED") @RestQuery String state,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var wanted = query.code("kind", kind, FindingKind.class);
        var standing = query.code("state", state, Finding.State.class);
        var size = query.limit(limit);
        query.refuseFaults();
        return Page.answer(
                findings.find(wanted, providerId, standing, Cursor.parse(cursor), size + 1),
                size,
                FindingView::of,
                Finding::place,
                uri);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "A finding")
    @APIResponse(responseCode = "200", description = "With what to do next, or how it ended")
    @APIResponse(responseCode = "404", description = "There is no such finding")
    public FindingView finding(@RestPath UUID id) {
        return findings.find(id).map(FindingView::of).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("/{id}/closure")
    @Operation(
            summary = "Say why a finding may stay as it is",
            description =
                    "Kept with who closed it and when. The same reason again changes nothing. It does not come back"
                            + " unless its facts change.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "The finding, closed")
    @APIResponse(responseCode = "400", description = "The reason is missing, too short or too long")
    @APIResponse(responseCode = "404", description = "There is no such finding")
    @APIResponse(responseCode = "409", description = "It has resolved by itself, or was closed for another reason")
    public FindingView close(@RestPath UUID id, ClosureRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        return reconcile
                .close(id, request.checked(), token.getSubject())
                .map(FindingView::of)
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/daily")
    @Transactional
    @Operation(
            summary = "How many findings of each kind there were, by London day",
            description = "open: at the last look of the day. opened: on the day. At most 366 days.")
    @APIResponse(responseCode = "200", description = "By day and kind; a day on which the hub did not run is missing")
    @APIResponse(responseCode = "400", description = "A day cannot be read, or there are too many")
    public Page<FindingDay> daily(
            @Parameter(description = "YYYY-MM-DD; 30 days before to where absent") @RestQuery String from,
            @Parameter(description = "YYYY-MM-DD; today where absent") @RestQuery String to) {
        var query = new ListQuery();
        var last = query.day("to", to, LegalDay.of(clock.instant()));
        var first = query.day("from", from, last.minusDays(MONTH - 1));
        if (ChronoUnit.DAYS.between(first, last) >= YEAR) {
            query.refuse(new Fault("from", "OUT_OF_RANGE", "Ask for at most " + YEAR + " days"));
        }
        query.refuseFaults();
        return new Page<>(findings.days(first, last), null);
    }
}
