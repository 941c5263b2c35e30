package org.notificationhub.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A line of a process's log as a person reads it. Services write one JSON object a line in ECS names; others plain text. */
record LogLine(String level, String logger, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "org.notificationhub";
    private static final String LABELS = "labels.";
    private static final String CAUSE = "Caused by: ";

    static LogLine of(String line) {
        if (line.startsWith("{")) {
            try {
                return of(JSON.readTree(line));
            } catch (JsonProcessingException e) {
                // Not one of ours after all, or cut short by a crash: shown as it stands.
            }
        }
        return new LogLine("", "", line);
    }

    /** Libraries are quoted from warnings up. */
    boolean isWorthShowing() {
        return !level.equals("INFO") || logger.startsWith(OURS);
    }

    String painted() {
        return Terminal.paint(level, level) + " " + text;
    }

    private static LogLine of(JsonNode entry) {
        return new LogLine(
                entry.path("log.level").asText(),
                entry.path("log.logger").asText(),
                entry.path("message").asText()
                        + labels(entry)
                        + cause(entry.path("error.stack_trace").asText()));
    }

    private static String labels(JsonNode entry) {
        var labels = new StringBuilder();
        entry.fields().forEachRemaining(field -> {
            if (field.getKey().startsWith(LABELS)) {
                labels.append(" ").append(field.getKey().substring(LABELS.length()));
                labels.append("=").append(field.getValue().asText());
            }
        });
        return labels.toString();
    }

    /** The last cause is the first that went wrong; what is called from where stays in the file. */
    private static String cause(String stackTrace) {
        var cause = new StringBuilder();
        stackTrace
                .substring(Math.max(0, stackTrace.lastIndexOf(CAUSE)))
                .lines()
                .takeWhile(line -> !line.startsWith("\tat "))
                .forEach(line ->
                        cause.append(System.lineSeparator()).append("    ").append(line));
        return cause.toString();
    }
}
