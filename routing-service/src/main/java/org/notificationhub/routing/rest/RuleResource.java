package org.notificationhub.routing.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.http.ListQuery;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.decision.RuleTable;
import org.notificationhub.routing.rule.LegalDay;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.RoutingRule;

/** The rule table, for everybody to read. */
@Path("/v1/rules")
@PermitAll
public class RuleResource {

    private final RuleBook ruleBook;
    private final Clock clock;

    RuleResource(RuleBook ruleBook, Clock clock) {
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The rules in force on a day",
            description =
                    "Also served as text/csv: the table's own form, which POST /v1/rules/impact takes. Without a day"
                            + " the CSV has every rule there has been. /rules shows them as a page.")
    @APIResponse(responseCode = "200", description = "In the order of type and class")
    @APIResponse(responseCode = "400", description = "The day is none")
    public RuleList rules(@Parameter(description = "YYYY-MM-DD; today where absent") @RestQuery String on) {
        var day = day(on, LegalDay.of(clock.instant()));
        var rules = ruleBook.rules();
        return new RuleList(
                rules.version(),
                day,
                rules.vocabulary().classes().all().stream().map(ClassView::of).toList(),
                rules.inForceOn(day).stream().map(RuleView::of).toList());
    }

    @GET
    @Produces("text/csv;qs=0.5")
    @Operation(hidden = true)
    public String csv(@RestQuery String on) {
        var rules = ruleBook.rules();
        var day = day(on, null);
        var wanted = day == null ? rules.all() : rules.inForceOn(day);
        return RuleTable.write(rules.version(), wanted.stream());
    }

    @GET
    @Path("/{type}/{providerClass}")
    @Operation(summary = "Every rule there has been for a type and a class", description = "The earliest first.")
    @APIResponse(responseCode = "404", description = "The table knows no such type or class")
    public List<RuleView> history(@RestPath String type, @RestPath String providerClass) {
        List<RoutingRule> found = ruleBook.rules().of(type, providerClass);
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return found.stream().map(RuleView::of).toList();
    }

    private static LocalDate day(String on, LocalDate absent) {
        var query = new ListQuery();
        var day = query.day("on", on, absent);
        query.refuseFaults();
        return day;
    }

    /** @param on the day, in London */
    public record RuleList(String rulesVersion, LocalDate on, List<ClassView> providerClasses, List<RuleView> rules) {}

    /** A class of provider. */
    public record ClassView(String code, String title) {
        static ClassView of(ProviderClass providerClass) {
            return new ClassView(providerClass.code(), providerClass.title());
        }
    }
}
