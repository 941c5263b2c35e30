package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Deliveries that have stopped, a row each as they come; then, for each cause there was, what to do next. */
final class ParkedTable {

    private static final String ROW = "%-6s %-6s %-9s %-38s %-14s %5s  %-36s  %s";
    private static final String HEADER =
            ROW.formatted("AGE", "TO", "STATE", "TYPE", "PROVIDER", "TRIED", "DELIVERY", "WHY");

    private final Instant now;
    private final Set<NextStep> steps = new TreeSet<>();
    private int rows;

    ParkedTable(Instant now) {
        this.now = now;
    }

    /** With the header before the first one. */
    String row(JsonNode delivery) {
        steps.add(NextStep.of(delivery));
        var row = ROW.formatted(
                        age(Instant.parse(delivery.path("createdAt").asText())),
                        delivery.path("authority").asText(),
                        delivery.path("status").asText(),
                        delivery.path("type").asText(),
                        delivery.path("providerId").asText(),
                        delivery.path("attempts").asText(),
                        delivery.path("id").asText(),
                        delivery.path("explanation").asText())
                .stripTrailing();
        return rows++ == 0 ? HEADER + "\n" + row : row;
    }

    List<String> end() {
        if (rows == 0) {
            return List.of("No delivery has stopped so.");
        }
        var lines = new ArrayList<>(List.of("", "Next, for " + (rows == 1 ? "it" : "these " + rows) + ":"));
        steps.forEach(step -> lines.add("  " + step.words()));
        lines.add("  All about one of them: ./hub trace with the notification's id or reference");
        return lines;
    }

    private String age(Instant since) {
        var age = Duration.between(since, now);
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    }
}
