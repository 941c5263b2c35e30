package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers of every kind, on this machine. No name here can be looked up: the hub connects to the address it is given. */
class WebhookHttpTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final byte[] BODY = "{\"ä\":1}".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private Duration patience = Duration.ofSeconds(30);
    private HttpServer server;

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        testIsOver.countDown();
        if (server != null) {
            server.stop(0);
        }
        vertx.close();
    }

    @Test
    void theAddressThatWasCheckedIsTheOneConnectedTo() throws Exception {
        serve(HttpServer.create(), exchange -> answer(exchange, 204));

        assertThat(post("http://receiver.example:%d/hook?a=b")).isEqualTo(Attempt.answered(204, null));
        assertThat(hosts).containsExactly("receiver.example:" + port());
    }

    @Test
    void aCertificateIsHeldAgainstTheNameNotTheAddress() throws Exception {
        var keys = keysOf("receiver.example");
        serve(https(keys), exchange -> answer(exchange, 204));

        assertThat(post("https://receiver.example:%d/hook", trusting(keys)).outcome())
                .isEqualTo(Outcome.TAKEN);
        assertThat(post("https://other.example:%d/hook", trusting(keys)).outcome())
                .isEqualTo(Outcome.UNREACHABLE);
        assertThat(post("https://receiver.example:%d/hook", new HttpClientOptions())
                        .outcome())
                .isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        serve(HttpServer.create(), exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/elsewhere");
            answer(exchange, 307);
        });

        assertThat(post("http://receiver.example:%d/hook").outcome()).isEqualTo(Outcome.REDIRECTED);
        assertThat(hosts).hasSize(1);
    }

    @Test
    void retryAfterIsReadAsSecondsOrAsADate() throws Exception {
        var said = new CopyOnWriteArrayList<>(List.of("120", "Tue, 24 Nov 2026 12:05:00 GMT", "soon"));
        serve(HttpServer.create(), exchange -> {
            exchange.getResponseHeaders().add("Retry-After", said.remove(0));
            answer(exchange, 503);
        });

        assertThat(post("http://receiver.example:%d").retryAfter()).isEqualTo(Duration.ofSeconds(120));
        assertThat(post("http://receiver.example:%d").retryAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(post("http://receiver.example:%d").retryAfter()).isNull();
    }

    @Test
    void aReceiverThatDoesNotAnswerIsGivenUp() throws Exception {
        serve(HttpServer.create(), exchange -> awaitEnd());

        patience = Duration.ofMillis(300);

        assertThat(post("http://receiver.example:%d").outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() throws Exception {
        serve(HttpServer.create(), exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[64]);
            exchange.getResponseBody().flush();
            awaitEnd();
        });

        assertThat(post("http://receiver.example:%d").outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(http(new HttpClientOptions())
                        .post(URI.create("http://receiver.example:" + free), loopback(), Map.of(), BODY)
                        .outcome())
                .isEqualTo(Outcome.UNREACHABLE);
    }

    private Attempt post(String url) throws InterruptedException {
        return post(url, new HttpClientOptions());
    }

    private Attempt post(String url, HttpClientOptions options) throws InterruptedException {
        return http(options).post(URI.create(url.formatted(port())), loopback(), Map.of("webhook-id", "1"), BODY);
    }

    private WebhookHttp http(HttpClientOptions options) {
        return new WebhookHttp(vertx, options, patience, CLOCK);
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpServer fresh, HttpHandler handler) throws IOException {
        server = fresh;
        server.bind(new InetSocketAddress(loopback(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            assertThat(exchange.getRequestBody().readAllBytes()).isEqualTo(BODY);
            handler.handle(exchange);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer https(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(keys.toFile())) {
            store.load(in, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        var server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private static HttpClientOptions trusting(Path keys) {
        return new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(keys.toString()).setPassword(new String(PASSWORD)));
    }

    private Path keysOf(String host) throws IOException, InterruptedException {
        var keys = directory.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2",
                        "-keystore",
                        keys.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        return keys;
    }
}
