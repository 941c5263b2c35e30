package org.notificationhub.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A service that answers what a test tells it to, and remembers what it was asked. */
final class StubService implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers in turn; the last one stays. */
    StubService answers(String request, String... bodies) {
        for (var body : bodies) {
            answers.computeIfAbsent(request, first -> new ArrayDeque<>()).add(new Answer(200, body));
        }
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange request) throws IOException {
        var body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var uri = request.getRequestURI();
        var what = request.getRequestMethod() + " " + uri;
        asked.add(new Asked(what, body, request.getRequestHeaders().getFirst("Idempotency-Key")));
        var known = answers.getOrDefault(what, new ArrayDeque<>(List.of(new Answer(404, "{}"))));
        var answer = known.size() > 1 ? known.remove() : known.peek();
        var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().set("Content-Type", "application/json");
        request.sendResponseHeaders(answer.status, bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Asked(String what, String body, String idempotencyKey) {}

    private record Answer(int status, String body) {}
}
