package org.notificationhub.routing.rest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.rule.LegalDay;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.StatutoryDuty;

/** The rule table as a page to read and to print: who must be told of what, and why. */
@Path("/")
@PermitAll
public class RulesPage {

    private final RoutingRules rules;
    private final RuleResource table;
    private final Clock clock;

    RulesPage(RuleBook ruleBook, RuleResource table, Clock clock) {
        this.rules = ruleBook.rules();
        this.table = table;
        this.clock = clock;
    }

    @GET
    @Path("/rules")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> page(
            @RestQuery String on, @RestQuery String type, @RestQuery String provider) {
        var day =
                isEmpty(on) ? LegalDay.of(clock.instant()) : WrittenDay.read(on).orElse(null);
        var types = types(type);
        var providers = providers(provider);
        var mistakes = new ArrayList<Mistake>();
        if (day == null) {
            mistakes.add(new Mistake("on", "Enter a real day, such as 1 March 2024"));
        }
        if (isUnknown(type, types)) {
            mistakes.add(new Mistake("type", "Choose a type of event from the list"));
        }
        if (isUnknown(provider, providers)) {
            mistakes.add(new Mistake("provider", "Choose a kind of provider from the list"));
        }
        var form = new Form(day == null ? on : WrittenDay.of(day), types, providers, mistakes);
        return mistakes.isEmpty()
                ? RestResponse.ok(new rules(form, result(day, type, provider)))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, new rules(form, null));
    }

    /** A link cannot ask for a media type, so the table as CSV has an address of its own. */
    @GET
    @Path("/rules.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public RestResponse<String> csv(@RestQuery String on) {
        return RestResponse.ResponseBuilder.ok(table.csv(on))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statutory-duties.csv\"")
                .build();
    }

    private Result result(LocalDate day, String type, String provider) {
        var sections = rules.inForceOn(day).stream()
                .filter(wanted(type, RoutingRule::type))
                .filter(wanted(provider, rule -> rule.providerClass().name()))
                .sorted(Comparator.comparing(RoutingRule::title))
                .collect(groupingBy(RoutingRule::type, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(inForce -> section(inForce, day))
                .toList();
        return new Result(WrittenDay.of(day), day.toString(), rules.version(), sections);
    }

    private TypeSection section(List<RoutingRule> inForce, LocalDate day) {
        var first = inForce.get(0);
        return new TypeSection(
                RuleWords.slug(first.type()),
                first.title(),
                inForce.stream().map(rule -> row(rule, day)).toList());
    }

    private Row row(RoutingRule rule, LocalDate day) {
        var law = rule.citations().get(0);
        return new Row(
                RuleWords.of(rule.providerClass()),
                RuleWords.of(rule.duty()),
                rules.decide(rule.type(), rule.providerClass(), day)
                        .findings()
                        .get(0)
                        .because(),
                rule.duty() == StatutoryDuty.NOT_REQUIRED
                        ? "No time limit: nothing is owed"
                        : RuleWords.sentence(rule.timescale()),
                law.instrument() + " " + law.provision(),
                law.url(),
                RuleWords.of(law.confidence()));
    }

    /** Of every day, so that a choice stays in the list when the day changes. */
    private List<Option> types(String chosen) {
        return rules.types().stream()
                .flatMap(type -> rules.of(type, ProviderClass.NHS_BODY).stream().limit(1))
                .sorted(Comparator.comparing(RoutingRule::title))
                .map(rule -> new Option(rule.type(), rule.title(), rule.type().equals(chosen)))
                .toList();
    }

    private static List<Option> providers(String chosen) {
        return Arrays.stream(ProviderClass.values())
                .map(known -> new Option(
                        known.name(), RuleWords.of(known), known.name().equals(chosen)))
                .toList();
    }

    private static <T> Predicate<T> wanted(String chosen, Function<T, String> code) {
        return rule -> isEmpty(chosen) || code.apply(rule).equals(chosen);
    }

    private static boolean isUnknown(String chosen, List<Option> options) {
        return !isEmpty(chosen) && options.stream().noneMatch(Option::chosen);
    }

    private static boolean isEmpty(String field) {
        return field == null || field.isBlank();
    }

    /** Its name is the template's. {@code result} is null where the form needs attention. */
    record rules(Form form, Result result) implements TemplateInstance {}

    /** What was asked. */
    record Form(String on, List<Option> types, List<Option> providers, List<Mistake> mistakes) {

        public String mistake(String field) {
            return mistakes.stream()
                    .filter(each -> each.field().equals(field))
                    .map(Mistake::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Option(String code, String title, boolean chosen) {}

    record Mistake(String field, String text) {}

    /**
     * @param day in words
     * @param on the same day, for an address
     */
    record Result(String day, String on, String edition, List<TypeSection> sections) {}

    record TypeSection(String id, String title, List<Row> rows) {}

    /** @param confidence how sure we are of the law, as a sentence */
    record Row(
            String providerKind,
            String action,
            String because,
            String byWhen,
            String lawTitle,
            String lawUrl,
            String confidence) {}
}
