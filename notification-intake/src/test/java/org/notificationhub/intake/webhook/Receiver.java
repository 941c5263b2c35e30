package org.notificationhub.intake.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A subscriber's receiver: keeps what it is sent, byte for byte, and answers as the test says, else 204. */
final class Receiver implements AutoCloseable {

    static final int SILENCE = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private volatile int usualAnswer = 204;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** Next, in this order; then as usual. */
    void answers(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    void alwaysAnswers(int status) {
        usualAnswer = status;
    }

    List<Message> received() {
        return received;
    }

    /** Those answered 2xx. */
    List<Message> taken() {
        return received.stream().filter(message -> message.answer() / 100 == 2).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = exchange.getRequestBody().readAllBytes();
        var next = answers.poll();
        var answer = next == null ? usualAnswer : next;
        received.add(new Message(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                body,
                answer));
        if (answer == SILENCE) {
            awaitClosing();
        } else {
            exchange.sendResponseHeaders(answer, -1);
        }
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    record Message(String id, String timestamp, String signature, byte[] body, int answer) {}
}
