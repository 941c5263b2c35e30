package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.notificationhub.events.WireJson;
import org.notificationhub.http.Fault;
import org.notificationhub.identifying.IdentifyingText;

/**
 * What routing is asked about a body that is not sent: codes, numbers, times and references, never free text. What has
 * the wrong form is left out, for anything may stand there.
 */
@Startup
@Singleton
public class RoutingQuestion {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String REFERENCE = "#/$defs/reference";

    private final BodyCheck schema;
    private final Map<String, List<String>> factsByType;

    public RoutingQuestion(NotificationTypes types, BodyCheck schema) {
        this.schema = schema;
        factsByType = types.all().stream()
                .map(NotificationType::code)
                .collect(Collectors.toUnmodifiableMap(code -> code, code -> facts(types.schemaOf(code))));
    }

    /** Empty where type or provider cannot be told. */
    public Optional<JsonNode> about(JsonNode body) {
        var told = new Told(body, faultyPlaces(body));
        return told.at("/type").flatMap(type -> provider(told).map(provider -> question(type, provider, told)));
    }

    /** The members of a type's details that are no free text. */
    static List<String> facts(JsonNode schema) {
        return schema.at("/properties/details/properties").properties().stream()
                .filter(member -> isFact(member.getValue(), schema))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isFact(JsonNode member, JsonNode schema) {
        var reference = member.path("$ref").asText();
        var form = reference.isEmpty() ? member : schema.at(reference.substring(1));
        return REFERENCE.equals(reference)
                || form.has("enum")
                || Set.of("date", "date-time").contains(form.path("format").asText())
                || Set.of("boolean", "integer", "number")
                        .contains(form.path("type").asText());
    }

    private Set<String> faultyPlaces(JsonNode body) {
        return schema.everyFault(body).map(Fault::pointer).collect(Collectors.toSet());
    }

    private JsonNode question(JsonNode type, JsonNode provider, Told told) {
        var question = JsonNodeFactory.instance.objectNode();
        question.set("type", type);
        question.set("provider", provider);
        legalDay(told).ifPresent(day -> question.put("on", day));
        told.instant("/awareAt").ifPresent(awareAt -> question.put("awareAt", WireJson.format(awareAt)));
        var facts = question.putObject("facts");
        factsByType
                .get(type.textValue())
                .forEach(name -> told.at("/details/" + name)
                        .filter(this::identifiesNobody)
                        .ifPresent(fact -> facts.set(name, fact)));
        told.at("/details/lfpse").ifPresent(block -> facts.put("lfpseEvent", true));
        return question;
    }

    private boolean identifiesNobody(JsonNode fact) {
        return !fact.isTextual() || IdentifyingText.faults("", fact.textValue()).isEmpty();
    }

    /** An employer is asked about without its code: no register has it. A country is told, never supposed. */
    private static Optional<ObjectNode> provider(Told told) {
        if (told.isFaulty("/provider") || told.isFaulty("/provider/country")) {
            return Optional.empty();
        }
        var provider = JsonNodeFactory.instance.objectNode();
        told.at("/provider/country").ifPresent(country -> provider.set("country", country));
        var id = told.at("/provider/id");
        id.ifPresent(known -> provider.set("id", known));
        return id.or(() -> told.at("/provider/employer")).map(code -> provider);
    }

    private static Optional<String> legalDay(Told told) {
        return told.instant("/occurredAt")
                .or(() -> told.instant("/awareAt"))
                .map(time -> time.atZone(LONDON).toLocalDate().toString());
    }

    /** What of a body can be relied on. */
    private record Told(JsonNode body, Set<String> faulty) {

        Optional<JsonNode> at(String place) {
            return Optional.of(body.at(place)).filter(value -> !value.isMissingNode() && !isFaulty(place));
        }

        Optional<Instant> instant(String place) {
            return at(place).map(time -> OffsetDateTime.parse(time.textValue()).toInstant());
        }

        boolean isFaulty(String place) {
            return faulty.contains(place);
        }
    }
}
