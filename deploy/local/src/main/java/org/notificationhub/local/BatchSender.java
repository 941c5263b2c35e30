package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Sends NDJSON to intake's batch endpoint and hands on each answer as it comes. */
final class BatchSender {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI batch;
    private final String token;

    BatchSender(String intake, String token) {
        this.batch = URI.create(intake + "/v1/notifications/batch");
        this.token = token;
    }

    Summary send(byte[] ndjson, Consumer<JsonNode> each) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(batch)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(ndjson))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("intake answered %d: %s"
                    .formatted(answer.statusCode(), new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)));
        }
        var lines = 0;
        var refused = 0;
        try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var result = JSON.readTree(line);
                lines++;
                refused += result.get("status").intValue() == 202 ? 0 : 1;
                each.accept(result);
            }
        }
        return new Summary(lines, refused);
    }

    record Summary(int lines, int refused) {}
}
