package org.notificationhub.routing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Arrays;
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
import org.notificationhub.events.DutyStatus;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.delivery.DutyRepository;
import org.notificationhub.routing.delivery.GiveLateReason;
import org.notificationhub.routing.delivery.ListedDuty;
import org.notificationhub.routing.rule.Authority;

/** What is owed to the authorities, by when, and why it was met late. */
@Path("/v1/duties")
@RolesAllowed("deliveries:manage")
public class DutyResource {

    private static final String EXAMPLE = """
            {"reason": "The radiology system was down for three weeks and the exposure was entered after it came back."}""";

    private final DutyRepository duties;
    private final GiveLateReason giveLateReason;
    private final JsonWebToken token;
    private final Clock clock;

    DutyResource(DutyRepository duties, GiveLateReason giveLateReason, JsonWebToken token, Clock clock) {
        this.duties = duties;
        this.giveLateReason = giveLateReason;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Duties in the order in which their time ends",
            description = "By dueAt or, where the law gives no number, by the provider's own target; those with neither"
                    + " come last. A duty \"without delay\" is never overdue: targetMissed shows it.")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be used")
    public RestResponse<Page<DutyView>> list(
            @Parameter(description = "OPEN, DISCHARGED, NOT_REQUIRED or WITHDRAWN") @RestQuery String state,
            @Parameter(description = "true for those open past the time the law allows") @RestQuery String overdue,
            @Parameter(description = "Those whose time ends before it, RFC 3339 with an offset") @RestQuery
                    String dueBefore,
            @Parameter(description = "Of one provider") @RestQuery String providerId,
            @Parameter(description = "true for those met late of which nobody has said why") @RestQuery
                    String lateReasonOwed,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var wanted = new DutyRepository.Wanted(
                query.code("state", state, DutyStatus.class),
                query.yesOrNo("overdue", overdue),
                query.instant("dueBefore", dueBefore, null),
                providerId,
                query.yesOrNo("lateReasonOwed", lateReasonOwed));
        var size = query.limit(limit);
        query.refuseFaults();
        var now = clock.instant();
        return Page.answer(
                duties.find(wanted, now, Cursor.parse(cursor), size + 1),
                size,
                each -> DutyView.of(each.notification(), each.authority(), each.duty(), now),
                ListedDuty::place,
                uri);
    }

    @PUT
    @Path("/{notificationId}/{authority}/late-reason")
    @Transactional
    @Operation(
            summary = "Say why a duty was met late",
            description = "The first reason stays, with who gave it and when. The same words again change nothing.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "The duty with its reason")
    @APIResponse(responseCode = "400", description = "The reason is missing, too short or too long")
    @APIResponse(responseCode = "404", description = "There is no such duty")
    @APIResponse(responseCode = "409", description = "It was not met late, or another reason has been given already")
    public DutyView explain(
            @RestPath UUID notificationId,
            @Parameter(description = "CQC or LFPSE") @RestPath String authority,
            LateReasonRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var reason = request.checked();
        var to = authority(authority);
        var notification = giveLateReason
                .give(notificationId, to, reason, token.getSubject())
                .orElseThrow(NotFoundException::new);
        return DutyView.of(notification, to, notification.duty(to).orElseThrow(), clock.instant());
    }

    private static Authority authority(String code) {
        return Arrays.stream(Authority.values())
                .filter(authority -> authority.name().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
