package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.notificationhub.routing.delivery.Answer.NoAnswer;
import org.notificationhub.routing.delivery.Answer.TryLater;
import org.notificationhub.routing.delivery.destination.Sign;

/** One request to an authority. What failed before it was sent can be tried again; what failed after is not known. */
@ApplicationScoped
public class AuthorityHttp {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);
    private static final int GATEWAY_TIMEOUT = 504;

    private final Clock clock;

    /** HTTP/1.1: a gateway that answers a connection upgrade with an error would look like a refusal. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    public AuthorityHttp(Clock clock) {
        this.clock = clock;
    }

    /** Headers that say which delivery this is, whatever the authority. */
    public static HttpRequest.Builder request(Dispatch dispatch) {
        var request = HttpRequest.newBuilder()
                .header("X-Request-ID", dispatch.deliveryId().toString());
        if (dispatch.correlationId() != null) {
            request.header("X-Correlation-ID", dispatch.correlationId());
        }
        if (dispatch.traceparent() != null) {
            request.header("traceparent", dispatch.traceparent());
        }
        return request;
    }

    /** Asks something that changes nothing. Empty where no answer came: whoever asks may ask again. */
    public Optional<HttpResponse<String>> ask(HttpRequest question, Duration patience) {
        try {
            return Optional.of(client.sendAsync(question, BodyHandlers.ofString())
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException silence) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** @param reading of an answer that is not "try later" */
    public Answer send(HttpRequest request, Duration patience, Function<HttpResponse<String>, Answer> reading) {
        var exchange = client.sendAsync(request, BodyHandlers.ofString());
        try {
            var response = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return answer(response, reading);
        } catch (TimeoutException silence) {
            exchange.cancel(true);
            return new NoAnswer("NO_ANSWER_IN_TIME");
        } catch (InterruptedException stopping) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new NoAnswer("STOPPED_WHILE_WAITING", Sign.NONE);
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    /**
     * 504 is silence told by a gateway: it passed the request on and heard nothing, so it may have been stored (RFC 9110,
     * 15.6.5). 408, 425, 429 and 503 say that it was not taken. 500 and 502 leave it open, and are what an outage looks like:
     * they are tried again (ADR 10).
     */
    private Answer answer(HttpResponse<String> response, Function<HttpResponse<String>, Answer> reading) {
        var status = response.statusCode();
        if (status == GATEWAY_TIMEOUT) {
            return new NoAnswer("HTTP_504");
        }
        return status >= 500 || NOT_NOW.contains(status)
                ? new TryLater("HTTP_" + status, retryAfter(response), sign(status))
                : reading.apply(response);
    }

    private static Sign sign(int status) {
        return switch (status) {
            case 429 -> Sign.BUSY;
            case 503 -> Sign.UNAVAILABLE;
            default -> Sign.TROUBLED;
        };
    }

    private static Answer failed(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return new TryLater("CONNECT_TIMEOUT", null);
        }
        if (cause instanceof ConnectException) {
            return new TryLater("CONNECTION_REFUSED", null);
        }
        if (cause instanceof SSLHandshakeException) {
            return new TryLater("TLS_HANDSHAKE_FAILED", null);
        }
        return new NoAnswer("CONNECTION_LOST");
    }

    /** RFC 9110: seconds or a date. What cannot be read was not said. */
    private Duration retryAfter(HttpResponse<?> response) {
        var said = response.headers().firstValue("Retry-After").orElse("").strip();
        try {
            return said.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(said)) : until(said);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private Duration until(String date) {
        var then =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        var wait = Duration.between(clock.instant(), then);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
