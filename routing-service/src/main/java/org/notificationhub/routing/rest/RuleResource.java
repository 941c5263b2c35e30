package org.notificationhub.routing.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.rule.LegalDay;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.RoutingRules;

/** The rule table, for everybody to read. */
@Path("/v1/rules")
@PermitAll
public class RuleResource {

    private static final String HEADER =
            "notification_type,title,regulation,provider_class,duty,lfpse_accepts,timescale,in_force_from,in_force_to,citation,confidence";

    private final RoutingRules rules;
    private final Clock clock;

    RuleResource(RuleBook ruleBook, Clock clock) {
        this.rules = ruleBook.rules();
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The rules in force on a day", description = "Also served as text/csv.")
    @APIResponse(responseCode = "200", description = "In the order of type and class")
    public RuleTable rules(@Parameter(description = "YYYY-MM-DD; today where absent") @RestQuery String on) {
        var day = day(on);
        return new RuleTable(
                rules.version(),
                day,
                rules.inForceOn(day).stream().map(RuleView::of).toList());
    }

    @GET
    @Produces("text/csv;qs=0.5")
    @Operation(hidden = true)
    public String csv(@RestQuery String on) {
        return Stream.concat(
                        Stream.of(HEADER),
                        rules(on).rules().stream()
                                .map(rule -> rule.cells().stream()
                                        .map(RuleResource::cell)
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    @GET
    @Path("/{type}/{providerClass}")
    @Operation(summary = "Every rule there has been for a type and a class", description = "The earliest first.")
    @APIResponse(responseCode = "404", description = "The table knows no such type or class")
    public List<RuleView> history(@RestPath String type, @RestPath String providerClass) {
        var found = Arrays.stream(ProviderClass.values())
                .filter(known -> known.name().equals(providerClass))
                .flatMap(known -> rules.of(type, known).stream())
                .map(RuleView::of)
                .toList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return found;
    }

    private LocalDate day(String on) {
        try {
            return on == null ? LegalDay.of(clock.instant()) : LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw new Refusal(ProblemKind.QUERY_INVALID, List.of(new Fault("on", "NOT_A_DATE", "Use YYYY-MM-DD")));
        }
    }

    private static String cell(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** @param on the day, in London */
    public record RuleTable(String rulesVersion, LocalDate on, List<RuleView> rules) {}
}
