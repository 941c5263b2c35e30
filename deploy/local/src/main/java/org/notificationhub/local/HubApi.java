package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One service of the hub, asked in JSON. What it refuses ends the command with its reason. */
final class HubApi {

    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    HubApi(String url, String token) {
        this.url = url;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return body(send(request(path)));
    }

    /** Empty where there is nothing. */
    Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        var answer = send(request(path));
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(body(answer));
    }

    JsonNode post(String path, JsonNode content, String idempotencyKey) throws IOException, InterruptedException {
        return body(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(content.toString()))));
    }

    /** An answer a line. */
    List<JsonNode> postCsv(String path, String csv) throws IOException, InterruptedException {
        var answer = send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
        refuseFailure(answer);
        var lines = new ArrayList<JsonNode>();
        for (var line : answer.body().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    JsonNode delete(String path) throws IOException, InterruptedException {
        return body(send(request(path).DELETE()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new HubFailed(
                    "No answer from %s (%s). Start the hub with ./hub up, or name another with --url".formatted(url, e),
                    e);
        }
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        refuseFailure(answer);
        return JSON.readTree(answer.body());
    }

    private static void refuseFailure(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new HubFailed(ProblemText.of(answer));
        }
    }
}
