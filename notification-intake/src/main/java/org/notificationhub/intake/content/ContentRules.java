package org.notificationhub.intake.content;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.notificationhub.http.Fault;

/**
 * What a body that fits its schema may still get wrong: times that cannot be. The schemas say which they are, under
 * {@code x-notInFuture} and {@code x-notBefore}, for the law lets some lie ahead: a planned absence, a proposed change.
 */
@Singleton
public class ContentRules {

    /** How far a sender's clock may run ahead of ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Map<String, List<TimeRule>> byType;

    public ContentRules(NotificationTypes types) {
        byType = types.all().stream()
                .map(NotificationType::code)
                .collect(Collectors.toUnmodifiableMap(
                        code -> code,
                        code -> TimeRule.in("", types.schemaOf(code)).toList()));
    }

    /** @param body fits the schema of its type */
    public List<Fault> faults(JsonNode body, Instant now) {
        var latest = now.plus(CLOCK_TOLERANCE);
        var faults = new ArrayList<Fault>();
        for (var rule : byType.get(body.get("type").textValue())) {
            var time = Moment.at(rule.place(), body);
            if (time.isEmpty()) {
                continue;
            }
            if (rule.notInFuture() && time.get().isAfter(latest)) {
                faults.add(new Fault(
                        rule.place().toString(), "IN_THE_FUTURE", "Use a time that has passed; this one lies ahead"));
            }
            if (Moment.at(rule.notBefore(), body).filter(time.get()::isBefore).isPresent()) {
                faults.add(new Fault(
                        rule.place().toString(),
                        "TOO_EARLY",
                        "Use a time no earlier than that in " + rule.notBefore()));
            }
        }
        faults.sort(null);
        return faults;
    }

    /**
     * @param notInFuture whether the time must have passed
     * @param notBefore the member whose time comes first; null where there is none
     */
    private record TimeRule(JsonPointer place, boolean notInFuture, JsonPointer notBefore) {

        static Stream<TimeRule> in(String place, JsonNode schema) {
            var rule = new TimeRule(
                    JsonPointer.compile(place),
                    schema.path("x-notInFuture").asBoolean(),
                    Optional.ofNullable(schema.path("x-notBefore").textValue())
                            .map(JsonPointer::compile)
                            .orElse(null));
            var own = rule.notInFuture || rule.notBefore != null ? Stream.of(rule) : Stream.<TimeRule>empty();
            var members = schema.path("properties").properties().stream();
            return Stream.concat(own, members.flatMap(it -> in(place + "/" + it.getKey(), it.getValue())));
        }
    }

    /** A time as sent: exact, or a day in London. */
    private record Moment(Instant instant, LocalDate day) {

        static Optional<Moment> at(JsonPointer place, JsonNode body) {
            var text = place == null ? null : body.at(place).textValue();
            return text == null ? Optional.empty() : Optional.of(of(text));
        }

        private static Moment of(String text) {
            return text.indexOf('T') < 0
                    ? new Moment(null, LocalDate.parse(text))
                    : new Moment(OffsetDateTime.parse(text).toInstant(), null);
        }

        boolean isAfter(Instant latest) {
            return day == null ? instant.isAfter(latest) : day.isAfter(LocalDate.ofInstant(latest, LONDON));
        }

        /** The schemas compare like with like. */
        boolean isBefore(Moment other) {
            return day == null ? instant.isBefore(other.instant) : day.isBefore(other.day);
        }
    }
}
