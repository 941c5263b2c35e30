package org.notificationhub.routing.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.rule.LegalDay;
import org.notificationhub.routing.rule.ProviderClass;

/**
 * A question to the rule book.
 *
 * @param type a code of the rule table
 * @param on the day, in London, whose law applies; where absent the day of {@code awareAt}, else today
 * @param facts taken and not used yet
 */
public record DecisionRequest(
        @Schema(examples = "SERIOUS_INJURY", required = true)
        String type,

        @Schema(required = true) Provider provider,
        LocalDate on,
        Instant awareAt,
        Map<String, Object> facts) {

    /** Either the id, which the register classifies, or the class itself. */
    public record Provider(
            @Schema(examples = "RJ1") String id,

            @JsonProperty("class") @Schema(enumeration = {"NHS_BODY", "INDEPENDENT"})
            String providerClass) {}

    /** The same question, or a refusal that lists every fault. */
    DecisionRequest checked(Set<String> types) {
        var faults = new ArrayList<Fault>();
        if (type == null) {
            faults.add(new Fault("/type", "REQUIRED", "Give the type of the event"));
        } else if (!types.contains(type)) {
            faults.add(new Fault("/type", "UNKNOWN_TYPE", "Use a type that GET /v1/rules lists"));
        }
        faults.addAll(providerFaults());
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, faults);
        }
        return this;
    }

    LocalDate day(Clock clock) {
        if (on != null) {
            return on;
        }
        return LegalDay.of(awareAt == null ? clock.instant() : awareAt);
    }

    private List<Fault> providerFaults() {
        if (provider == null || (provider.id == null) == (provider.providerClass == null)) {
            return List.of(new Fault("/provider", "REQUIRED", "Give either the provider's id or its class"));
        }
        var known = Arrays.stream(ProviderClass.values()).map(Enum::name).toList();
        if (provider.providerClass != null && !known.contains(provider.providerClass)) {
            return List.of(new Fault("/provider/class", "NOT_A_CODE", "Use one of: " + String.join(", ", known)));
        }
        return List.of();
    }
}
