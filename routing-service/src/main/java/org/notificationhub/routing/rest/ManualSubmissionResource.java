package org.notificationhub.routing.rest;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
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
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.delivery.ManualTask;
import org.notificationhub.routing.delivery.ManualTasks;
import org.notificationhub.routing.delivery.SubmitManually;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.form.CqcFormPages;
import org.notificationhub.routing.form.FillForm;
import org.notificationhub.routing.form.FilledForm;
import org.notificationhub.routing.form.FormPdf;

/** What a person tells CQC by its portal or forms: the work list, the form filled in, and the reference that proves it. */
@Path("/v1/manual-submissions")
@RolesAllowed("deliveries:manage")
public class ManualSubmissionResource {

    private static final String COMPLETION = """
            {"cqcReference": "ENQ1-12345678901", "submittedAt": "2026-11-20T11:30:00Z"}""";
    private static final String SENDING_BACK = """
            {"reason": "The reference belongs to another notification."}""";

    private final ManualTasks tasks;
    private final SubmitManually submit;
    private final FillForm fillForm;
    private final FormPdf pdf;
    private final Evidence evidence;
    private final JsonWebToken token;
    private final Clock clock;

    ManualSubmissionResource(
            ManualTasks tasks,
            SubmitManually submit,
            FillForm fillForm,
            FormPdf pdf,
            Evidence evidence,
            JsonWebToken token,
            Clock clock) {
        this.tasks = tasks;
        this.submit = submit;
        this.fillForm = fillForm;
        this.pdf = pdf;
        this.evidence = evidence;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "What waits for a person, the least time left first",
            description =
                    "Those to submit, those whose reference is awaited, and those that a second person is to confirm.")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be used")
    public RestResponse<Page<ManualSubmissionView>> list(
            @Parameter(description = "TO_DO or TO_CHECK") @RestQuery String state,
            @Parameter(description = "Of one provider") @RestQuery String providerId,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var wanted = query.code("state", state, Open.class);
        var size = query.limit(limit);
        query.refuseFaults();
        return Page.answer(
                tasks.open(wanted == null ? null : wanted == Open.TO_CHECK, providerId, Cursor.parse(cursor), size + 1),
                size,
                ManualSubmissionView::of,
                ManualTask::place,
                uri);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "One of them")
    @APIResponse(responseCode = "200", description = "The submission")
    @APIResponse(responseCode = "404", description = "There is none, or nobody is to submit it by hand")
    public ManualSubmissionView submission(@RestPath UUID id) {
        return ManualSubmissionView.of(task(id));
    }

    @GET
    @Path("/{id}/form")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    @Operation(
            summary = "CQC's form with what the hub knows filled in",
            description =
                    "Who looked is kept as evidence. As a page, or as a tagged PDF where you accept application/pdf. By the type whose rule was"
                            + " applied; \"Not given\" marks what CQC asks for and the hub does not have.")
    @APIResponse(
            responseCode = "200",
            description = "The form",
            content = {@Content(mediaType = MediaType.TEXT_HTML), @Content(mediaType = "application/pdf")})
    @APIResponse(responseCode = "404", description = "There is none, or nobody is to submit it by hand")
    public TemplateInstance form(@RestPath UUID id) {
        return CqcFormPages.page.of(read(id));
    }

    @GET
    @Path("/{id}/form")
    @Produces("application/pdf")
    @Transactional
    @Operation(hidden = true)
    public RestResponse<byte[]> pdf(@RestPath UUID id) {
        return RestResponse.ResponseBuilder.ok(pdf.of(read(id)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"notification-" + id + ".pdf\"")
                .build();
    }

    @POST
    @Path("/{id}/completion")
    @Transactional
    @Operation(
            summary = "Record that CQC has been told, and the reference it gave",
            description = "The duty is met as of submittedAt; where a second person is asked for, once that person has"
                    + " confirmed. The same again changes nothing.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = COMPLETION))
    @APIResponse(responseCode = "200", description = "The submission as it is recorded")
    @APIResponse(responseCode = "400", description = "The reference or the time is missing or cannot be")
    @APIResponse(responseCode = "404", description = "There is none, or nobody is to submit it by hand")
    @APIResponse(responseCode = "409", description = "Something else is recorded, or nobody waits for it any more")
    public ManualSubmissionView complete(@RestPath UUID id, CompletionRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var said = request.checked(task(id).delivery().createdAt(), clock.instant());
        submit.complete(id, said.cqcReference(), said.submittedAt(), token.getSubject());
        return ManualSubmissionView.of(task(id));
    }

    @POST
    @Path("/{id}/confirmation")
    @Transactional
    @Operation(
            summary = "Confirm what another person recorded",
            description = "Asked for where hub.cqc.second-person names the provider. Confirming twice changes nothing.")
    @APIResponse(responseCode = "200", description = "The submission; the duty is met")
    @APIResponse(responseCode = "404", description = "There is none, or nobody is to submit it by hand")
    @APIResponse(responseCode = "409", description = "Nothing is recorded, or you recorded it yourself")
    public ManualSubmissionView confirm(@RestPath UUID id) {
        task(id);
        submit.confirm(id, token.getSubject());
        return ManualSubmissionView.of(task(id));
    }

    @POST
    @Path("/{id}/rejection")
    @Transactional
    @Operation(summary = "Send back what another person recorded", description = "It is to do again, with the reason.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = SENDING_BACK))
    @APIResponse(responseCode = "200", description = "The submission, to do again")
    @APIResponse(responseCode = "400", description = "The reason is missing, too short or too long")
    @APIResponse(responseCode = "404", description = "There is none, or nobody is to submit it by hand")
    @APIResponse(responseCode = "409", description = "Nothing is recorded, or you recorded it yourself")
    public ManualSubmissionView sendBack(@RestPath UUID id, SendingBackRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        task(id);
        submit.sendBack(id, request.checked(), token.getSubject());
        return ManualSubmissionView.of(task(id));
    }

    private FilledForm read(UUID id) {
        var delivery = task(id).delivery();
        evidence.lookedAt(delivery.notification().id(), new FormLookedAt(id));
        return fillForm.fill(id);
    }

    private ManualTask task(UUID id) {
        return tasks.find(id).orElseThrow(NotFoundException::new);
    }

    private record FormLookedAt(UUID deliveryId) {}

    /** What the work list can be narrowed to. */
    private enum Open {
        TO_DO,
        TO_CHECK
    }
}
