package org.notificationhub.irmer.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.notificationhub.criteria.Country;
import org.notificationhub.criteria.Exposure;
import org.notificationhub.criteria.Fact;
import org.notificationhub.criteria.Facts;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * A question about one exposure.
 *
 * @param discovered the day, in London, on which it was discovered; null where nobody told
 */
record AssessmentRequest(Exposure exposure, LocalDate discovered) {

    static final String ON = "on";
    static final String COUNTRY = "country";
    static final String DISCOVERED_AT = "discoveredAt";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** What a modality uses radiation for. */
    private static final Map<String, List<String>> PURPOSES = Map.of(
            "DIAGNOSTIC_IMAGING", List.of("IMAGING", "INTERVENTIONAL"),
            "NUCLEAR_MEDICINE", List.of("IMAGING", "THERAPY"),
            "RADIOTHERAPY", List.of("PLANNING_IMAGING", "VERIFICATION_IMAGING", "THERAPY"));

    /** The question, or a refusal that lists every fault. */
    static AssessmentRequest of(JsonNode body, Instant now) {
        var members = new Members(body);
        var on = members.day(ON);
        var country = members.code(COUNTRY, Country.class).orElse(Country.ENGLAND);
        var discovered = members.instant(DISCOVERED_AT).map(AssessmentRequest::day);
        var facts = members.facts();
        refuseIfAny(ProblemKind.VALIDATION, members.faults());
        refuseIfAny(ProblemKind.RULE_BROKEN, contradictions(facts));
        var day = on.or(() -> discovered).orElseGet(() -> day(now));
        return new AssessmentRequest(new Exposure(day, country, facts), discovered.orElse(null));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    private static List<Fault> contradictions(Facts facts) {
        var faults = new ArrayList<Fault>();
        var purposes = Optional.ofNullable(facts.word(Fact.MODALITY)).map(PURPOSES::get);
        var purpose = facts.word(Fact.PURPOSE);
        if (purpose != null && purposes.isPresent() && !purposes.get().contains(purpose)) {
            faults.add(new Fault(
                    pointer(Fact.PURPOSE),
                    "CONTRADICTS",
                    "In that modality use one of: " + String.join(", ", purposes.get())));
        }
        var intended = facts.number(Fact.INTENDED_DOSE);
        if ("ACCIDENTAL".equals(facts.word(Fact.KIND)) && intended != null && intended.signum() > 0) {
            faults.add(new Fault(
                    pointer(Fact.INTENDED_DOSE),
                    "CONTRADICTS",
                    "Nothing was intended in an accidental exposure: leave this out, give 0, or say UNINTENDED"));
        }
        return faults;
    }

    private static String pointer(Fact fact) {
        return "/" + fact.member();
    }

    private static void refuseIfAny(ProblemKind kind, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refusal(kind, faults);
        }
    }
}
