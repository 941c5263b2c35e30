package org.notificationhub.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.routing.rule.Fact;
import org.notificationhub.routing.rule.FactCatalogue;
import org.notificationhub.routing.rule.Facts;
import org.notificationhub.routing.rule.Vocabulary;

/** Reads from what was told the facts that rules turn on. What no rule knows is passed over, and so is what cannot be. */
@ApplicationScoped
public class EventFacts {

    private static final Duration OUTAGE_THAT_COUNTS = Duration.ofHours(24);
    private static final Duration PLACEMENT_THAT_COUNTS = Duration.ofHours(48);

    private final FactCatalogue catalogue;

    EventFacts(Vocabulary vocabulary) {
        this.catalogue = vocabulary.facts();
    }

    public Facts of(NotificationContent content) {
        return of(content.details(), content.provider().country(), content.occurredAt(), content.awareAt());
    }

    /**
     * @param told members with a yes or no, a code, a number, a day or a time, named as in {@code details}; or null
     * @param country null for England
     */
    public Facts of(JsonNode told, String country, Instant occurredAt, Instant awareAt) {
        var known = new HashMap<String, String>();
        if (told != null) {
            told.properties()
                    .forEach(member -> read(member.getKey(), member.getValue())
                            .ifPresent(value -> known.put(member.getKey(), value)));
            derive(told, known);
        }
        put(known, "country", country);
        put(known, "occurredAt", occurredAt);
        put(known, "awareAt", awareAt);
        return new Facts(known);
    }

    /** Empty where no rule knows the fact, or it never has that value. */
    public Optional<String> read(String name, JsonNode value) {
        return catalogue.find(name).map(fact -> text(fact, value));
    }

    private static String text(Fact fact, JsonNode value) {
        try {
            return switch (fact.kind()) {
                case YES_NO -> value.isBoolean() ? value.asText() : null;
                case CODE -> fact.mayBe(value.asText()) ? value.textValue() : null;
                case TIME -> OffsetDateTime.parse(value.asText()).toInstant().toString();
                case DAY -> LocalDate.parse(value.asText()).toString();
                case TEXT -> value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** How long something lasted is known once it has passed the limit, or has ended. */
    private static void derive(JsonNode told, Map<String, String> known) {
        if (told.path("lfpse").isObject()) {
            known.putIfAbsent("lfpseEvent", "true");
        }
        if (told.path("outageHours").isNumber()) {
            var outage = Duration.ofSeconds((long) (told.get("outageHours").doubleValue() * 3600));
            lasted(outage, OUTAGE_THAT_COUNTS, told.hasNonNull("restoredAt"))
                    .ifPresent(counts -> known.putIfAbsent("outageOver24Hours", counts));
        }
        if (known.containsKey("placedAt") && told.hasNonNull("leftAt")) {
            try {
                var left = OffsetDateTime.parse(told.get("leftAt").asText()).toInstant();
                lasted(Duration.between(Instant.parse(known.get("placedAt")), left), PLACEMENT_THAT_COUNTS, true)
                        .ifPresent(counts -> known.putIfAbsent("placedOver48Hours", counts));
            } catch (DateTimeException e) {
                // As if nobody had said when it ended.
            }
        }
    }

    private static Optional<String> lasted(Duration length, Duration limit, boolean hasEnded) {
        var counts = length.compareTo(limit) > 0;
        return counts || hasEnded ? Optional.of(Boolean.toString(counts)) : Optional.empty();
    }

    private static void put(Map<String, String> known, String name, Object value) {
        if (value != null) {
            known.put(name, value.toString());
        }
    }
}
