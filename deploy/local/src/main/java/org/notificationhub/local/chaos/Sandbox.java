package org.notificationhub.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stand-ins for the regulators: how they behave, and what they received. */
final class Sandbox {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String url;

    Sandbox(String url) {
        this.url = url;
    }

    /** Whether it heard; it may be down. */
    boolean behave(Authority authority, Behaviour behaviour) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/sandbox/behaviour/" + authority))
                .timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(behaviour.json()))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** All that arrived, in order; bodies are left behind once they are read. */
    List<Arrival> received() throws IOException, InterruptedException {
        var all = new ArrayList<Arrival>();
        var page = page(0);
        while (!page.isEmpty()) {
            page.forEach(request -> all.add(arrival(request)));
            page = page(all.get(all.size() - 1).number());
        }
        return List.copyOf(all);
    }

    private JsonNode page(long after) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/sandbox/received?after=" + after + "&limit=" + PAGE))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    static Arrival arrival(JsonNode request) {
        var body = request.get("body");
        return new Arrival(
                request.get("number").longValue(),
                Authority.valueOf(request.get("authority").textValue()),
                request.path("reference").asText(""),
                isWithdrawal(request) ? body.path("version").intValue() : Report.versionIn(body.toString()),
                isWithdrawal(request),
                request.path("requestId").asText(""),
                request.get("effect").booleanValue(),
                request.path("answered").intValue(),
                Instant.parse(request.get("receivedAt").textValue()));
    }

    private static boolean isWithdrawal(JsonNode request) {
        return request.get("method").textValue().equals("DELETE")
                || request.path("body").path("action").asText().equals("WITHDRAW");
    }
}
