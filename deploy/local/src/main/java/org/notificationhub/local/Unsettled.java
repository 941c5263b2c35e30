package org.notificationhub.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Notifications that are still on their way to an authority. */
final class Unsettled {

    private static final List<String> ON_THE_WAY = List.of("ACCEPTED", "ROUTED", "IN_PROGRESS");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String intake;
    private final String token;

    Unsettled(String intake, String token) {
        this.intake = intake;
        this.token = token;
    }

    /** Whether none was left before patience ended. */
    boolean endsWithin(Duration patience) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (isAny()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        return true;
    }

    private boolean isAny() throws IOException, InterruptedException {
        for (var status : ON_THE_WAY) {
            var list = HttpRequest.newBuilder(URI.create(intake + "/v1/notifications?limit=1&status=" + status))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer = http.send(list, HttpResponse.BodyHandlers.ofString());
            if (!JSON.readTree(answer.body()).path("items").isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
