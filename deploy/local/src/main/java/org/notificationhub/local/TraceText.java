package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All about one notification as a story, for a terminal so many characters wide. */
record TraceText(int width) {

    /** What the decisions and the deliveries themselves tell better. */
    private static final Set<String> TOLD_OTHERWISE = Set.of("ROUTED", "DELIVERY_SCHEDULED", "DELIVERY_RESCHEDULED");

    String of(JsonNode notification, JsonNode decisions, JsonNode deliveries) {
        var layout = new Layout(width);
        var lines = new ArrayList<>(layout.wrapped("", heading(notification)));
        for (var duty : notification.path("duties")) {
            lines.addAll(layout.wrapped("  ", duty(duty)));
        }
        String day = null;
        for (var event : story(notification, decisions, deliveries)) {
            var today = LondonTime.day(event.at);
            if (!today.equals(day)) {
                lines.add("");
                lines.add(today + ", London time");
                day = today;
            }
            lines.addAll(layout.hanging(LondonTime.second(event.at) + "  ", event.text));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String heading(JsonNode notification) {
        var provider = notification.path("provider");
        return "%s %s of %s: %s (%s)"
                .formatted(
                        text(notification, "type"),
                        text(notification, "reference"),
                        provider.hasNonNull("id") ? text(provider, "id") : text(provider, "code"),
                        Layout.plain(text(notification, "status")),
                        text(notification, "id"));
    }

    private static String duty(JsonNode duty) {
        var due = duty.hasNonNull("dueAt") ? ", due " + LondonTime.of(text(duty, "dueAt")) : "";
        var because = duty.hasNonNull("dueBecause") ? " (" + text(duty, "dueBecause") + ")" : "";
        return "Duty to %s: %s%s%s"
                .formatted(text(duty, "authority"), Layout.plain(text(duty, "status")), due, because);
    }

    private static List<Event> story(JsonNode notification, JsonNode decisions, JsonNode deliveries) {
        return Stream.of(
                        each(notification.path("timeline"))
                                .filter(step -> !TOLD_OTHERWISE.contains(text(step, "step")))
                                .map(TraceText::step),
                        each(decisions).map(TraceText::decision),
                        each(deliveries).flatMap(TraceText::delivery))
                .flatMap(events -> events)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private static Event step(JsonNode step) {
        var authority = step.hasNonNull("authority") ? " " + text(step, "authority") : "";
        var explanation = step.hasNonNull("explanation") ? ": " + text(step, "explanation") : "";
        var actor = text(step, "actor").equals("routing-service") ? "" : " by " + text(step, "actor");
        return new Event(at(step, "at"), text(step, "step") + authority + actor + explanation);
    }

    private static Event decision(JsonNode made) {
        var decision = made.path("decision");
        var told = new ArrayList<String>();
        decision.path("routes")
                .forEach(route -> told.add(text(route, "destination") + " " + Layout.plain(text(route, "purpose"))));
        return new Event(
                at(made, "decidedAt"),
                "DECIDED on version %s by the rules of %s: %s To be told: %s"
                        .formatted(
                                text(made, "version"),
                                text(decision, "rulesVersion"),
                                text(decision.path("duties").path(0), "because"),
                                told.isEmpty() ? "nobody" : String.join(", ", told)));
    }

    private static Stream<Event> delivery(JsonNode delivery) {
        var what = "version %s to %s by %s"
                .formatted(text(delivery, "version"), text(delivery, "authority"), text(delivery, "channel"));
        return Stream.concat(
                each(delivery.path("history")).map(attempt -> attempt(what, attempt)),
                each(delivery.path("retries")).map(retry -> retry(what, retry)));
    }

    private static Event attempt(String what, JsonNode attempt) {
        var began = at(attempt, "startedAt");
        var ended = attempt.hasNonNull("endedAt")
                ? ": %s after %.1f s%s"
                        .formatted(
                                Layout.plain(text(attempt, "outcome")),
                                Duration.between(began, at(attempt, "endedAt")).toMillis() / 1000.0,
                                attempt.hasNonNull("explanation") ? ", " + text(attempt, "explanation") : "")
                : ", under way";
        return new Event(began, "ATTEMPT " + text(attempt, "number") + ", " + what + ended);
    }

    private static Event retry(String what, JsonNode retry) {
        return new Event(
                at(retry, "at"),
                "RETRY, %s, asked for by %s: %s%s"
                        .formatted(
                                what,
                                text(retry, "by"),
                                text(retry, "reason"),
                                retry.hasNonNull("replayId") ? " (replay " + text(retry, "replayId") + ")" : ""));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static Instant at(JsonNode node, String name) {
        return Instant.parse(text(node, name));
    }

    private record Event(Instant at, String text) {}
}
