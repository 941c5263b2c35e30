package org.notificationhub.routing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.register.ProviderRegister;
import org.notificationhub.routing.rest.ProviderView.Finding;
import org.notificationhub.routing.rule.LegalDay;

/** Providers as the register has them. */
@Path("/v1/providers")
public class ProviderResource {

    private final ProviderRegister register;
    private final Clock clock;

    ProviderResource(ProviderRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("deliveries:manage")
    @Operation(summary = "The register as it is now, by provider id")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    public RestResponse<Page<ProviderView>> list(
            @Parameter(description = "CLASS_MISMATCH: only those whose ownership and sector contradict each other")
                    @RestQuery
                    String finding,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var mismatch = query.code("finding", finding, Finding.class) == Finding.CLASS_MISMATCH;
        var size = query.limit(limit);
        query.refuseFaults();
        var found = register.after(place(cursor), mismatch, size + 1);
        var items = found.stream().limit(size).map(ProviderView::of).toList();
        return Page.answer(items, found.size() > size ? items.get(size - 1).id() : null, uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"notifications:write", "notifications:read", "deliveries:manage"})
    @Operation(summary = "A provider and its class")
    @APIResponse(responseCode = "200", description = "As the register has it")
    @APIResponse(responseCode = "404", description = "Not in the register: it is treated as independent")
    public ProviderView provider(
            @Parameter(example = "RJ1") @RestPath String id,
            @Parameter(description = "YYYY-MM-DD, the day whose register is asked for; today where absent") @RestQuery
                    String on) {
        var query = new ListQuery();
        var day = query.day("on", on, LegalDay.of(clock.instant()));
        query.refuseFaults();
        return register.find(id, day).map(ProviderView::of).orElseThrow(NotFoundException::new);
    }

    private static String place(String cursor) {
        if (cursor != null && !cursor.matches("[A-Za-z0-9-]{1,20}")) {
            throw new Refusal(ProblemKind.CURSOR_INVALID, ProblemKind.CURSOR_INVALID.remedy());
        }
        return cursor == null ? "" : cursor;
    }
}
