package org.notificationhub.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the callbacks that the sandbox sends, and configures it to send them here. */
public class CallbackReceiver implements QuarkusTestResourceLifecycleManager {

    public record Callback(String id, String timestamp, String signature, String body) {}

    private final List<Callback> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::take);
        server.start();
        return Map.of(
                "hub.sandbox.callback-url",
                "http://localhost:" + server.getAddress().getPort() + "/v1/callbacks/lfpse",
                "hub.sandbox.subscription-key",
                "key-of-the-test");
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Callback(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    public List<Callback> received() {
        return received;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(CallbackReceiver.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
