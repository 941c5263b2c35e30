package org.notificationhub.sandbox.lfpse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.notificationhub.sandbox.Authority;
import org.notificationhub.sandbox.Behaviours;
import org.notificationhub.sandbox.SandboxConfig;

/**
 * Tells the hub afterwards what became of an event. The real LfPSE is not known to call back; this stands for a gateway
 * or a risk system that reports for it. A message that cannot be delivered is lost, as late answers sometimes are.
 */
@ApplicationScoped
public class Callbacks {

    private static final Logger LOG = Logger.getLogger(Callbacks.class);

    /** So that the HTTP answer is usually there first. */
    private static final long AFTER_THE_ANSWER_MS = 200;

    private static final int LONGEST_GATHERING_MS = 1_500;
    private static final int LONGEST_GAP_MS = 200;

    private final Behaviours behaviours;
    private final SandboxConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Vertx vertx;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<Message> gathered = new ArrayList<>();

    Callbacks(Behaviours behaviours, SandboxConfig config, ObjectMapper json, Clock clock, Vertx vertx) {
        this.behaviours = behaviours;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.vertx = vertx;
    }

    private record Message(String id, int version, String body) {}

    void announce(String type, String submissionId, String lfpseId, int version, String reference) {
        var mode = behaviours.of(Authority.LFPSE).callbacks();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var callback = new Callback(type, submissionId, lfpseId, String.valueOf(version), reference, now);
        var message = new Message("msg_" + UUID.randomUUID(), version, write(callback));
        switch (mode) {
            case NONE -> {}
            case ONCE -> after(AFTER_THE_ANSWER_MS, () -> send(message));
            case TWICE -> after(AFTER_THE_ANSWER_MS, () -> send(message).thenCompose(sent -> send(message)));
            case SHUFFLED -> gather(message);
        }
    }

    synchronized void clear() {
        gathered.clear();
    }

    private synchronized void gather(Message message) {
        gathered.add(message);
        if (gathered.size() == 1) {
            after(AFTER_THE_ANSWER_MS + random(LONGEST_GATHERING_MS), this::sendGathered);
        }
    }

    private void sendGathered() {
        var chain = CompletableFuture.<Void>completedFuture(null);
        for (var message : takeGathered()) {
            chain = chain.thenCompose(sent -> pause(random(LONGEST_GAP_MS))).thenCompose(paused -> send(message));
        }
    }

    private synchronized List<Message> takeGathered() {
        var messages = new ArrayList<>(gathered);
        gathered.clear();
        Collections.shuffle(messages);
        messages.sort(Comparator.comparingInt(Message::version).reversed());
        return messages;
    }

    private CompletableFuture<Void> send(Message message) {
        var timestamp = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(config.callbackUrl())
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", String.valueOf(timestamp))
                .header(
                        "webhook-signature",
                        Signature.of(config.callbackSecret(), message.id(), timestamp, message.body()))
                .POST(HttpRequest.BodyPublishers.ofString(message.body()))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).handle((answer, failure) -> {
            if (failure != null || answer.statusCode() / 100 != 2) {
                LOG.warn("A callback was not taken; it is not sent again");
            }
            return null;
        });
    }

    private CompletableFuture<Void> pause(long milliseconds) {
        var pause = new CompletableFuture<Void>();
        after(milliseconds, () -> pause.complete(null));
        return pause;
    }

    private void after(long milliseconds, Runnable action) {
        vertx.setTimer(Math.max(1, milliseconds), elapsed -> action.run());
    }

    private static long random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private String write(Callback callback) {
        try {
            return json.writeValueAsString(callback);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A callback is plain text and times", e);
        }
    }
}
