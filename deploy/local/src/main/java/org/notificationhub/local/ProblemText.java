package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;

/** A problem body (RFC 9457) as sentences. */
final class ProblemText {

    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemText() {}

    static String of(HttpResponse<String> answer) throws IOException {
        var isProblem = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith(PROBLEM))
                .isPresent();
        return isProblem
                ? of(JSON.readTree(answer.body()))
                : "%s answered %d and did not say why. Is it the hub's routing service?"
                        .formatted(answer.uri(), answer.statusCode());
    }

    static String of(JsonNode problem) {
        var text = new StringBuilder(problem.path("title").asText());
        var faults = problem.path("errors");
        if (faults.isEmpty() && problem.hasNonNull("detail")) {
            text.append(". ").append(problem.path("detail").asText());
        }
        faults.forEach(fault -> text.append("\n  ")
                .append(fault.path("pointer").asText())
                .append(": ")
                .append(fault.path("detail").asText()));
        return text.toString();
    }
}
