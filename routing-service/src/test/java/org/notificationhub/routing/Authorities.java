package org.notificationhub.routing;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.notificationhub.routing.rule.Authority;

/** Stands in for CQC and LfPSE over real HTTP. It accepts, unless a test has said what comes first for its reference. */
public final class Authorities implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "the-secret-of-the-test";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METADATA = """
            {"resourceType": "CapabilityStatement", "rest": [{"resource": [{"type": "AdverseEvent", "profile":
              "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/patient-safety-adverse-event-6"}]}]}""";

    private final Map<String, Queue<Reply>> scripts = new ConcurrentHashMap<>();
    private final Map<String, String> referenceById = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<Authority> down = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    /** How an authority behaves once. */
    public enum Reply {
        ACCEPT,
        /** LfPSE takes it, but what it stores does not say that CQC is to be told. */
        ACCEPT_UNFLAGGED,
        REJECT,
        BUSY,
        ERROR,
        /** A gateway in front of it heard nothing in time. */
        GATEWAY_SILENT,
        SILENT
    }

    public record Call(
            Authority authority, String method, String reference, Map<String, String> headers, JsonNode body) {}

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/cqc/notifications", exchange -> answer(exchange, Authority.CQC));
        server.createContext("/adverse-event/fhir/AdverseEvent", exchange -> answer(exchange, Authority.LFPSE));
        server.createContext("/adverse-event/fhir/metadata", Authorities::describe);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        return Map.ofEntries(
                entry("hub.cqc.url", url),
                entry("hub.cqc.timeout", "4s"),
                entry("hub.lfpse.url", url),
                entry("hub.lfpse.timeout", "4s"),
                entry("hub.lfpse.subscription-key", "key"),
                entry("hub.lfpse.hold", "2s"),
                entry("hub.lfpse.callback-secrets", SECRET + ",another"),
                entry("hub.delivery.first-retry", "100ms"),
                entry("hub.delivery.attempts", "4"),
                entry("hub.delivery.lease", "2s"),
                entry("hub.delivery.breaker.failures", "8"),
                entry("hub.delivery.breaker.opens", "200ms"),
                entry("hub.delivery.breaker.longest", "400ms"),
                entry("hub.delivery.breaker.ramp", "2"),
                entry("hub.replay.look", "200ms"),
                entry("hub.replay.pause", "50ms"),
                entry("hub.replay.lease", "2s"),
                entry("hub.lfpse.callback-sweep", "500ms"),
                entry("hub.reconciliation.interval", "1s"),
                entry("hub.reconciliation.receipt-within", "1s"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Authorities.class));
    }

    @Override
    public void stop() {
        end.countDown();
        server.stop(0);
    }

    /** What the authority does, in turn, with what it is told under {@code reference}; after that it accepts. */
    public void script(Authority authority, String reference, Reply... replies) {
        scripts.put(authority + reference, new ConcurrentLinkedQueue<>(List.of(replies)));
    }

    /** Whether the authority fails for everybody, whatever was scripted. */
    public void isDown(Authority authority, boolean so) {
        if (so) {
            down.add(authority);
        } else {
            down.remove(authority);
        }
    }

    public List<Call> calls(String reference) {
        return calls.stream().filter(call -> reference.equals(call.reference)).toList();
    }

    private void answer(HttpExchange exchange, Authority authority) throws IOException {
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes();
            var body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
            var reference = reference(exchange, authority, body);
            var script = scripts.getOrDefault(authority + reference, new ConcurrentLinkedQueue<>());
            var reply = script.isEmpty() ? Reply.ACCEPT : script.remove();
            calls.add(new Call(authority, exchange.getRequestMethod(), reference, headers(exchange), body));
            switch (down.contains(authority) ? Reply.ERROR : reply) {
                case ACCEPT -> accept(exchange, authority, reference, body.path("extension"));
                case ACCEPT_UNFLAGGED -> accept(exchange, authority, reference, JSON.createArrayNode());
                case REJECT -> send(exchange, 422, "{}");
                case BUSY -> {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                    send(exchange, 503, "{}");
                }
                case ERROR -> send(exchange, 500, "{}");
                case GATEWAY_SILENT -> send(exchange, 504, "{}");
                case SILENT -> awaitEnd();
            }
        }
    }

    private static void describe(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, 200, METADATA);
        }
    }

    private String reference(HttpExchange exchange, Authority authority, JsonNode body) {
        if (authority == Authority.CQC) {
            return body.path("reference").asText();
        }
        var path = exchange.getRequestURI().getPath();
        return exchange.getRequestMethod().equals("POST")
                ? body.at("/identifier/value").asText()
                : referenceById.get(path.substring(path.lastIndexOf('/') + 1));
    }

    /** LfPSE answers with what it stored. */
    private void accept(HttpExchange exchange, Authority authority, String reference, JsonNode stored)
            throws IOException {
        if (authority == Authority.CQC) {
            send(exchange, 201, "{\"reference\": \"ENQ-%d\"}".formatted(number.incrementAndGet()));
            return;
        }
        var path = exchange.getRequestURI().getPath();
        var id = exchange.getRequestMethod().equals("POST")
                ? "event-" + number.incrementAndGet()
                : path.substring(path.lastIndexOf('/') + 1);
        referenceById.put(id, reference);
        send(exchange, 200, """
                {"resourceType": "AdverseEvent", "id": "%s", "meta": {"versionId": "1"}, "extension": %s}""".formatted(id, stored.isMissingNode() ? "[]" : stored.toString()));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes());
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return headers;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
