package org.notificationhub.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service's health page. */
final class Readiness {

    private static final long MILLIS_BETWEEN_QUESTIONS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Where it is not good, answers only after a pause, so that it may be asked again at once. */
    boolean isGood(URI health) {
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(3)).build();
        try {
            if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
        } catch (IOException e) {
            // Nobody listens there yet.
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        pause();
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_BETWEEN_QUESTIONS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static HubFailed interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new HubFailed("Interrupted while services were starting", e);
    }
}
