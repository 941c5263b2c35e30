package org.notificationhub.routing.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.decision.EventFacts;
import org.notificationhub.routing.rule.Country;
import org.notificationhub.routing.rule.EventType;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.Vocabulary;

/**
 * A question to the rule book.
 *
 * @param type a code of the rule table
 * @param on the day, in London, whose law applies; where absent the day of {@code awareAt}, else today
 * @param awareAt when the provider became aware, from which most clocks run; absent for one that has just begun
 * @param facts what is known of the event, named as in the type's {@code details}: {@code naturalCourse}, {@code
 *     discoveredAt} and so on. One that no rule turns on is passed over
 */
public record DecisionRequest(
        @Schema(examples = "SERIOUS_INJURY", required = true)
        String type,

        @Schema(required = true) Provider provider,
        LocalDate on,
        Instant awareAt,

        @Schema(implementation = Object.class) JsonNode facts) {

    /**
     * The id, which the register classifies, or a class, or both: the register goes first. Neither for an employer under
     * IR(ME)R whom CQC has not registered.
     *
     * @param country of the site; England where absent
     */
    public record Provider(
            @Schema(examples = "RJ1") String id,

            @JsonProperty("class") @Schema(examples = "NHS_BODY")
            String providerClass,

            @Schema(enumeration = {"ENGLAND", "WALES", "SCOTLAND", "NORTHERN_IRELAND"})
            String country) {}

    /** The same question, or a refusal that lists every fault. */
    DecisionRequest checked(Vocabulary vocabulary, EventFacts eventFacts) {
        var faults = new ArrayList<Fault>();
        var known = Optional.ofNullable(type).flatMap(vocabulary::type);
        if (type == null) {
            faults.add(new Fault("/type", "REQUIRED", "Give the type of the event"));
        } else if (known.isEmpty()) {
            faults.add(new Fault("/type", "UNKNOWN_TYPE", "Use a type that GET /v1/rules lists"));
        }
        providerFaults(vocabulary, known.filter(EventType::isRadiation).isPresent(), faults);
        factFaults(vocabulary, eventFacts, faults);
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, faults);
        }
        return this;
    }

    /** Null where the question declares none. */
    ProviderClass declared(Vocabulary vocabulary) {
        return provider.providerClass == null
                ? null
                : vocabulary.classes().find(provider.providerClass).orElseThrow();
    }

    private void providerFaults(Vocabulary vocabulary, boolean radiation, List<Fault> faults) {
        if (provider == null || !radiation && provider.id == null && provider.providerClass == null) {
            faults.add(new Fault("/provider", "REQUIRED", "Give the provider's id or its class"));
            return;
        }
        var classes = vocabulary.classes();
        if (provider.providerClass != null
                && classes.find(provider.providerClass).isEmpty()) {
            faults.add(notACode(
                    "/provider/class",
                    classes.all().stream().map(ProviderClass::code).toList()));
        }
        var countries = Arrays.stream(Country.values()).map(Enum::name).toList();
        if (provider.country != null && !countries.contains(provider.country)) {
            faults.add(notACode("/provider/country", countries));
        }
    }

    private void factFaults(Vocabulary vocabulary, EventFacts eventFacts, List<Fault> faults) {
        if (facts == null || facts.isNull()) {
            return;
        }
        if (!facts.isObject()) {
            faults.add(new Fault("/facts", "WRONG_TYPE", "Use an object with a member for each fact"));
            return;
        }
        vocabulary.facts().all().stream()
                .filter(fact -> facts.hasNonNull(fact.name()))
                .filter(fact ->
                        eventFacts.read(fact.name(), facts.get(fact.name())).isEmpty())
                .map(fact -> new Fault(
                        "/facts/" + fact.name(),
                        "WRONG_VALUE",
                        switch (fact.kind()) {
                            case YES_NO -> "Use true or false";
                            case CODE ->
                                "Use one of: " + fact.values().stream().sorted().collect(Collectors.joining(", "));
                            case TIME -> "Use RFC 3339 with an offset";
                            case DAY -> "Use YYYY-MM-DD";
                            case TEXT -> "Use a text that is not empty";
                        }))
                .forEach(faults::add);
    }

    private static Fault notACode(String pointer, List<String> codes) {
        return new Fault(pointer, "NOT_A_CODE", "Use one of: " + String.join(", ", codes));
    }
}
