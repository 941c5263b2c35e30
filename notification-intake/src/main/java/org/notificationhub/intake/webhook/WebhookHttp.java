package org.notificationhub.intake.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.notificationhub.intake.IntakeConfig;

/**
 * One request to a receiver. Vert.x and not the JDK's client, because it connects to an address we give it and still names the
 * host in TLS and in {@code Host}; the JDK's looks the name up by itself, a second time. Of the answer only status and
 * {@code Retry-After} are read: then the connection is closed, whatever the receiver would still like to say.
 */
@ApplicationScoped
class WebhookHttp {

    private final HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    @Inject
    WebhookHttp(Vertx vertx, IntakeConfig config, Clock clock) {
        this(vertx, new HttpClientOptions(), config.webhooks().timeout(), clock);
    }

    WebhookHttp(Vertx vertx, HttpClientOptions options, Duration timeout, Clock clock) {
        this.client = vertx.createHttpClient(options.setKeepAlive(false).setConnectTimeout((int) timeout.toMillis()));
        this.timeout = timeout;
        this.clock = clock;
    }

    Attempt post(URI url, InetAddress address, Map<String, String> headers, byte[] body) throws InterruptedException {
        var exchange = new Exchange();
        var answer = client.request(options(url, address, headers))
                .compose(request -> exchange.begin(request).send(Buffer.buffer(body)))
                .map(this::read)
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Attempt.unanswered(exchange.hasBegun() ? Outcome.NO_ANSWER : Outcome.UNREACHABLE);
        } finally {
            exchange.end();
        }
    }

    private static RequestOptions options(URI url, InetAddress address, Map<String, String> headers) {
        var isHttps = "https".equals(url.getScheme());
        var port = url.getPort() < 0 ? (isHttps ? 443 : 80) : url.getPort();
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(isHttps)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false);
        headers.forEach(options::addHeader);
        return options;
    }

    private Attempt read(HttpClientResponse response) {
        response.exceptionHandler(brokenOffByUs -> {});
        return Attempt.answered(response.statusCode(), retryAfter(response.getHeader("Retry-After")));
    }

    /** RFC 9110: seconds or a date. What cannot be read was not said. */
    private Duration retryAfter(String said) {
        if (said == null) {
            return null;
        }
        try {
            return said.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(said)) : until(said);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private Duration until(String date) {
        var then =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Duration.between(clock.instant(), then);
    }

    /** So that a connection that comes about after its time is up carries nothing. */
    private static final class Exchange {
        private HttpClientRequest request;
        private boolean hasEnded;

        synchronized HttpClientRequest begin(HttpClientRequest request) {
            this.request = request;
            if (hasEnded) {
                request.reset();
            }
            return request;
        }

        synchronized boolean hasBegun() {
            return request != null;
        }

        synchronized void end() {
            hasEnded = true;
            if (request != null) {
                request.reset();
            }
        }
    }
}
