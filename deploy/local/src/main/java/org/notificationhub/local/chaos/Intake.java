package org.notificationhub.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Intake as senders that never give up meet it. */
final class Intake {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Set<Integer> NOT_NOW = Set.of(429, 503);
    private static final int FAULT = 500;
    private static final int FAULTS_TO_BEAR = 5;
    private static final long PAUSE_MS = 400;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String url;
    private final String token;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    Intake(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Sends it again and again until intake says something about it. */
    HttpResponse<String> post(String path, String body, Map<String, String> headers) throws InterruptedException {
        var faults = 0;
        while (true) {
            requests.incrementAndGet();
            try {
                var answer = http.send(request(path, body, headers), BodyHandlers.ofString());
                faults += answer.statusCode() == FAULT ? 1 : 0;
                if (!isNotNow(answer) || faults == FAULTS_TO_BEAR) {
                    return answer;
                }
            } catch (IOException e) {
                unanswered.incrementAndGet();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }

    /** A fault of the hub's is not expected of it; all a sender can do is to send it again. */
    private boolean isNotNow(HttpResponse<String> answer) {
        if (answer.statusCode() == FAULT) {
            surprise(answer.request().uri().getPath(), answer.statusCode(), answer.body());
        }
        return NOT_NOW.contains(answer.statusCode()) || answer.statusCode() == FAULT;
    }

    void surprise(String path, int status, String body) {
        surprises.add("intake answered %d to %s: %s".formatted(status, path, body));
    }

    int requests() {
        return requests.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    Queue<String> surprises() {
        return surprises;
    }

    private HttpRequest request(String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }
}
