package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.notificationhub.criteria.Country;
import org.notificationhub.criteria.Criterion;
import org.notificationhub.criteria.Exposure;
import org.notificationhub.criteria.Fact;
import org.notificationhub.criteria.Facts;
import org.notificationhub.criteria.SaueCriteria;
import org.notificationhub.http.Fault;

/**
 * Where the code that an exposure is notified under and what is told of it disagree for certain. The sender hears of it and is refused
 * nothing: the law asks to notify, and a code can be amended.
 */
@Startup
@Singleton
public class SaueWarnings {

    private static final String TYPE = "IRMER_SAUE";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final SaueCriteria criteria = SaueCriteria.shipped();

    /** @param body fits the schema of its type */
    public List<Fault> about(JsonNode body) {
        if (!TYPE.equals(body.path("type").textValue())) {
            return List.of();
        }
        var details = body.path("details");
        var exposure = exposure(body, details);
        var added = complementaryCodes(details);
        if (added.contains("VOLUNTARY")) {
            return notBelow(exposure);
        }
        return isWhateverTheDoses(added, exposure.facts())
                ? List.of()
                : contradicted(details.path("saueCode").asText(), exposure);
    }

    private List<Fault> contradicted(String code, Exposure exposure) {
        return criteria.contradicted(code, exposure).stream()
                .map(criterion -> new Fault(
                        "/details/saueCode",
                        "CODE_CONTRADICTED",
                        "What is told does not meet this code: " + criterion.sentence() + instead(exposure)))
                .toList();
    }

    private String instead(Exposure exposure) {
        return criteria.assess(exposure).met().stream()
                .map(Criterion::sentence)
                .distinct()
                .map(sentence -> " It meets another: " + sentence)
                .collect(Collectors.joining());
    }

    private List<Fault> notBelow(Exposure exposure) {
        return criteria.assess(exposure).met().stream()
                .map(criterion -> new Fault(
                        "/details/complementaryCodes",
                        "NOT_VOLUNTARY",
                        "VOLUNTARY is for what is below the criteria, and what is told meets one: "
                                + criterion.sentence()))
                .distinct()
                .toList();
    }

    /** An event that affected several people is notified whatever the individual doses. */
    private static boolean isWhateverTheDoses(Set<String> added, Facts facts) {
        var people = facts.number(Fact.PEOPLE_AFFECTED);
        return added.contains("MULTIPLE_INDIVIDUALS") || people != null && people.intValue() > 1;
    }

    private static Set<String> complementaryCodes(JsonNode details) {
        return StreamSupport.stream(details.path("complementaryCodes").spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    }

    private static Exposure exposure(JsonNode body, JsonNode details) {
        return new Exposure(discovered(details), country(body, details), facts(details));
    }

    private static LocalDate discovered(JsonNode details) {
        return OffsetDateTime.parse(details.path("discoveredAt").textValue())
                .atZoneSameInstant(LONDON)
                .toLocalDate();
    }

    private static Country country(JsonNode body, JsonNode details) {
        var site = body.path("provider").path("country");
        return Country.valueOf((site.isMissingNode() ? details.path("country") : site).asText(Country.ENGLAND.name()));
    }

    private static Facts facts(JsonNode details) {
        var facts = Facts.none();
        for (var fact : Fact.values()) {
            var value = details.path(fact == Fact.KIND ? "exposureKind" : fact.member());
            if (value.isNumber()) {
                facts = facts.with(fact, value.decimalValue());
            } else if (value.isTextual() || value.isBoolean()) {
                facts = facts.with(fact, value.asText());
            }
        }
        return facts;
    }
}
