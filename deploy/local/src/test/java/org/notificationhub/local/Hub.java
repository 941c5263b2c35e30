package org.notificationhub.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.io.FileUtils;
import org.awaitility.Awaitility;

/** A whole hub on ports and in a directory of its own, as a provider's system, an authority and an operator see it. */
final class Hub implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final HubHome HOME =
            new HubHome(PROJECT, Path.of("target/hub").toAbsolutePath());
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> UNSETTLED = Set.of("ACCEPTED", "ROUTED", "IN_PROGRESS");

    private final HttpClient http = HttpClient.newHttpClient();
    private final PortPlan ports = freePorts();
    private LocalHub local;
    private String token;

    private Hub() throws IOException {
        run();
    }

    static Hub start() {
        Awaitility.setDefaultTimeout(PATIENCE);
        try {
            var leftBehind = RunningHub.find(HOME);
            if (leftBehind.isPresent()) {
                leftBehind.get().stop(HOME);
            }
            FileUtils.deleteDirectory(HOME.state().toFile());
            var hub = new Hub();
            Runtime.getRuntime().addShutdownHook(new Thread(hub::stop));
            return hub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the data and ports it had before. */
    void run() throws IOException {
        local = LocalHub.start(HOME, ports, LocalHub.APPLICATIONS, false, step -> {});
        token = local.token(UpCommand.ALL_SCOPES, Duration.ofHours(1), List.of("*"));
    }

    void stop() {
        local.close();
    }

    @Override
    public void close() {
        stop();
    }

    LocalHub local() {
        return local;
    }

    PortPlan ports() {
        return ports;
    }

    HubHome home() {
        return HOME;
    }

    Answer post(String path, String body, String... headers) {
        return send(request(Part.INTAKE, path)
                .headers(headers.length == 0 ? new String[] {"Content-Type", "application/json"} : headers)
                .POST(BodyPublishers.ofString(body)));
    }

    /** As a system does that speaks LfPSE and knows nothing of the hub but its address and a key. */
    Answer recordInLfpse(String event) {
        return send(HttpRequest.newBuilder(URI.create(local.url(Part.INTAKE) + "/adverse-event/fhir/AdverseEvent"))
                .header("Ocp-Apim-Subscription-Key", OwnKey.LFPSE_DOOR.in(HOME.keys()))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(event)));
    }

    /** The id of a notification that was taken. */
    String submit(JsonNode notification) {
        return post("/v1/notifications", notification.toString()).accepted();
    }

    /** A line of answer for each line sent. */
    List<JsonNode> batch(String ndjson) {
        return post("/v1/notifications/batch", ndjson, "Content-Type", "application/x-ndjson")
                .text()
                .lines()
                .map(Hub::json)
                .toList();
    }

    JsonNode notification(String id) {
        return get(Part.INTAKE, "/v1/notifications/" + id);
    }

    JsonNode get(Part part, String path) {
        return send(request(part, path)).body();
    }

    /** As somebody asks who has no token. */
    HttpResponse<String> visit(Part part, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(local.url(part) + path)).build(), BodyHandlers.ofString(UTF_8));
    }

    /** Waits until nothing is to be expected any more without a person; then where each stands. */
    List<JsonNode> settled(Collection<String> ids) {
        var waiting = new ArrayList<>(ids);
        await().until(() -> {
            waiting.removeIf(
                    id -> !UNSETTLED.contains(notification(id).path("status").asText()));
            return waiting.isEmpty();
        });
        return ids.stream().map(this::notification).toList();
    }

    JsonNode settled(String id) {
        return settled(List.of(id)).get(0);
    }

    JsonNode awaitStatus(String id, String status) {
        await().until(() -> status.equals(notification(id).path("status").asText()));
        return notification(id);
    }

    /** What the authorities received, in order of arrival. */
    List<JsonNode> received() {
        return list(get(Part.SANDBOX, "/sandbox/received"));
    }

    List<JsonNode> received(String authority, String reference) {
        return list(get(Part.SANDBOX, "/sandbox/received?authority=" + authority + "&reference=" + reference));
    }

    /** What CQC says to a request it has had: the reference it gave then, and no effect. */
    String cqcReference(JsonNode received) {
        return send(request(Part.SANDBOX, "/cqc/notifications")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", received.get("requestId").textValue())
                        .POST(BodyPublishers.ofString(received.get("body").toString())))
                .body()
                .path("reference")
                .textValue();
    }

    void behave(String authority, String mode) {
        send(request(Part.SANDBOX, "/sandbox/behaviour/" + authority)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"mode\": \"" + mode + "\"}")));
    }

    /** A gauge or counter without labels. */
    double metric(Part part, String name) {
        return metrics(part)
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    String metrics(Part part) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + ports.management(part) + "/q/metrics")))
                .text();
    }

    String log(Part part) {
        try {
            return Files.readString(HOME.logs().resolve(part.title() + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(Part part, String path) {
        return HttpRequest.newBuilder(URI.create(local.url(part) + path)).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static PortPlan freePorts() {
        return IntStream.iterate(11_000, offset -> offset + 100)
                .limit(20)
                .mapToObj(PortPlan::new)
                .filter(plan -> plan.taken().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode body() {
            return json(text());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String accepted() {
            if (status() != 202) {
                throw new AssertionError("Not taken: " + status() + " " + text());
            }
            return body().get("id").textValue();
        }
    }
}
