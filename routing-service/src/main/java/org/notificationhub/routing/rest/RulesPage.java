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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.rule.Citation;
import org.notificationhub.routing.rule.EventType;
import org.notificationhub.routing.rule.LegalDay;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.Vocabulary;

/** The rule table as a page to read and to print: who must be told of what, and why. */
@Path("/")
@PermitAll
public class RulesPage {

    private final RuleBook ruleBook;
    private final RuleResource table;
    private final Clock clock;

    RulesPage(RuleBook ruleBook, RuleResource table, Clock clock) {
        this.ruleBook = ruleBook;
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
        var vocabulary = ruleBook.rules().vocabulary();
        var types = types(vocabulary, type);
        var providers = providers(vocabulary, provider);
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
        var rules = ruleBook.rules();
        var sections = rules.inForceOn(day).stream()
                .filter(wanted(type, rule -> rule.type().code()))
                .filter(wanted(provider, rule -> rule.providerClass().code()))
                .sorted(Comparator.comparing(rule -> rule.type().title()))
                .collect(groupingBy(RoutingRule::type, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(inForce -> section(rules, inForce))
                .toList();
        return new Result(WrittenDay.of(day), day.toString(), rules.version(), sections);
    }

    private static TypeSection section(RoutingRules rules, List<RoutingRule> inForce) {
        var type = inForce.get(0).type();
        return new TypeSection(
                RuleWords.slug(type.code()),
                type.title(),
                inForce.stream().map(rule -> row(rules, rule)).toList());
    }

    private static Row row(RoutingRules rules, RoutingRule rule) {
        var before = rule.precededBy().stream()
                .map(code -> rules.vocabulary().type(code).orElseThrow().title())
                .toList();
        return new Row(
                rule.providerClass().title(),
                RuleWords.of(rule.duty()),
                rule.because(),
                rule.otherwise(),
                before,
                RuleWords.byWhen(rule),
                rule.citations().stream().map(Law::of).toList(),
                RuleWords.of(rule.law().confidence()));
    }

    /** Of every day, so that a choice stays in the list when the day changes. */
    private static List<Option> types(Vocabulary vocabulary, String chosen) {
        return vocabulary.types().stream()
                .sorted(Comparator.comparing(EventType::title))
                .map(type -> new Option(type.code(), type.title(), type.code().equals(chosen)))
                .toList();
    }

    private static List<Option> providers(Vocabulary vocabulary, String chosen) {
        return vocabulary.classes().all().stream()
                .map(known ->
                        new Option(known.code(), known.title(), known.code().equals(chosen)))
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

    /**
     * @param otherwise when nothing is owed after all; null where that cannot be
     * @param before titles of the kinds of event that such an event may come under instead
     * @param confidence how sure we are of the law, as a sentence
     */
    record Row(
            String providerKind,
            String action,
            String because,
            String otherwise,
            List<String> before,
            String byWhen,
            List<Law> laws,
            String confidence) {}

    record Law(String title, String url) {
        static Law of(Citation citation) {
            return new Law(citation.instrument() + " " + citation.provision(), citation.url());
        }
    }
}
