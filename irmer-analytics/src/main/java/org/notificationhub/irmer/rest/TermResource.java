package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.classification.AddTerm;
import org.notificationhub.irmer.classification.TermKind;
import org.notificationhub.irmer.classification.TermRepository;
import org.notificationhub.irmer.report.Modality;

/** The words in which exposures are classified. The list is open, as that of CQC's reports is. */
@Path("/v1/irmer/terms")
@Tag(name = "IR(ME)R review")
public class TermResource {

    public static final String EXAMPLE = """
            { "kind": "TIER", "modality": "DIAGNOSTIC_IMAGING",
              "path": ["OPERATOR", "PATIENT_CHECKS", "WRISTBAND_MISSING"], "label": "Wristband missing",
              "firstYear": "2026/27", "source": "Our review board's minutes of May 2026" }""";

    private final TermRepository terms;
    private final AddTerm addTerm;
    private final Reviewer reviewer;
    private final Clock clock;

    TermResource(TermRepository terms, AddTerm addTerm, Reviewer reviewer, Clock clock) {
        this.terms = terms;
        this.addTerm = addTerm;
        this.reviewer = reviewer;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("analytics:read")
    @Operation(
            summary = "The terms a classification may use",
            description =
                    "Each in its modality and reporting years, with its source. Factors say what an employer can do.")
    @APIResponse(responseCode = "200", description = "All of them, by kind, modality and path")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be used")
    public Page<TermView> terms(
            @Parameter(description = "SUB_MODALITY, TIER or FACTOR; all where absent") @RestQuery String kind,
            @Parameter(description = "With those of every modality; all where absent") @RestQuery String modality,
            @Parameter(description = "Valid in that reporting year; in any where absent", example = "2023-24")
                    @RestQuery
                    String year) {
        var query = new ListQuery();
        var wantedKind = query.code("kind", kind, TermKind.class);
        var wantedModality = query.code("modality", modality, Modality.class);
        var wantedYear = WrittenYear.asked(query, year);
        query.refuseFaults();
        var found = terms.find(wantedKind, wantedModality == null ? null : wantedModality.name(), wantedYear);
        return new Page<>(found.stream().map(TermView::of).toList(), null);
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("analytics:write")
    @Operation(
            summary = "Add a term that reviews need",
            description = "A word of a report that is not listed, or a year in which a listed one was not valid yet. A"
                    + " tier needs the tier above it.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "From now on it can be used",
            content = @Content(schema = @Schema(implementation = TermView.class)))
    @APIResponse(
            responseCode = "400",
            description = "Cannot be read, or a member is missing, unknown or of the wrong form")
    @APIResponse(responseCode = "409", description = "It is there already in one of these years")
    @APIResponse(responseCode = "422", description = "The tier above it is not there in its first year")
    public TermView add(TermRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var term = request.checked(reviewer.name(), clock.instant());
        addTerm.add(term);
        return TermView.of(term);
    }
}
