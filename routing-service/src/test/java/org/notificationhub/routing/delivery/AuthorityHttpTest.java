package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.routing.delivery.Answer.Accepted;
import org.notificationhub.routing.delivery.Answer.NoAnswer;
import org.notificationhub.routing.delivery.Answer.TryLater;
import org.notificationhub.routing.delivery.destination.Sign;

class AuthorityHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration IMPATIENCE = Duration.ofMillis(300);
    private static final Answer READ = new Accepted("read", null, null, List.of(), null);

    private final AuthorityHttp http =
            new AuthorityHttp(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

    private AuthorityStub authority;

    @BeforeEach
    void start() throws IOException {
        authority = new AuthorityStub();
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 400, 401, 404, 409, 422})
    void anAnswerToTheContentIsReadByTheChannel(int status) {
        authority.answers(status, "text/plain", "");

        assertThat(send(PATIENCE)).isEqualTo(READ);
    }

    @ParameterizedTest(name = "{0} is tried later, and says {1} of the destination")
    @CsvSource({
        "408, TROUBLED",
        "425, TROUBLED",
        "429, BUSY",
        "500, TROUBLED",
        "502, TROUBLED",
        "503, UNAVAILABLE",
        "507, TROUBLED"
    })
    void anAnswerToTheMomentIsTriedLater(int status, Sign sign) {
        authority.answers(status, "text/html", "<html><body>Jane Doe</body></html>");

        assertThat(send(PATIENCE)).isEqualTo(new TryLater("HTTP_" + status, null, sign));
    }

    @Test
    void aGatewayThatHeardNothingInTimeMayHavePassedItOn() {
        authority.answers(504, "text/html", "", Map.of("Retry-After", "1"));

        assertThat(send(PATIENCE)).isEqualTo(new NoAnswer("HTTP_504", Sign.TROUBLED));
    }

    @Test
    void aLateAnswerIsNeverTakenForTheOneToTheNextMessage() throws Exception {
        try (var late = new LateAuthority()) {
            var first = HttpRequest.newBuilder(late.url()).build();
            assertThat(http.send(first, IMPATIENCE, AuthorityHttpTest::body))
                    .isEqualTo(new NoAnswer("NO_ANSWER_IN_TIME"));
            late.answerTheFirst();

            assertThat(http.send(first, PATIENCE, AuthorityHttpTest::body)).isEqualTo(accepted("to request 2"));
        }
    }

    @ParameterizedTest(name = "Retry-After: {0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            120                            | PT2M
            0                              | PT0S
            Mon, 23 Nov 2026 12:00:30 GMT  | PT30S
            Mon, 23 Nov 2026 11:00:00 GMT  | PT0S
            soon                           |
            -5                             |
            99999999999999999999           |
            """)
    void retryAfterIsSecondsOrADate(String header, Duration wait) {
        authority.answers(429, "application/json", "{}", Map.of("Retry-After", header));

        assertThat(send(PATIENCE)).isEqualTo(new TryLater("HTTP_429", wait, Sign.BUSY));
    }

    @Test
    void aRefusedConnectionIsTriedLater() throws IOException {
        var nobody = URI.create("http://localhost:" + freePort());

        assertThat(http.send(HttpRequest.newBuilder(nobody).build(), PATIENCE, response -> READ))
                .isEqualTo(new TryLater("CONNECTION_REFUSED", null));
    }

    @Test
    void anUnknownHostIsTriedLater() {
        var nowhere = URI.create("http://authority.invalid");

        assertThat(http.send(HttpRequest.newBuilder(nowhere).build(), PATIENCE, response -> READ))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void silenceIsNoAnswer() {
        authority.staysSilent();

        assertThat(send(IMPATIENCE)).isEqualTo(new NoAnswer("NO_ANSWER_IN_TIME"));
    }

    @Test
    void anAnswerThatNeverEndsIsNoAnswer() {
        authority.stopsHalfWay();

        assertThat(send(IMPATIENCE)).isEqualTo(new NoAnswer("NO_ANSWER_IN_TIME"));
    }

    @Test
    void aLostConnectionIsNoAnswer() {
        authority.hangsUp();

        assertThat(send(PATIENCE)).isEqualTo(new NoAnswer("CONNECTION_LOST"));
    }

    @Test
    void whoeverStopsUsIsHeard() {
        authority.staysSilent();
        Thread.currentThread().interrupt();

        assertThat(send(PATIENCE)).isEqualTo(new NoAnswer("STOPPED_WHILE_WAITING", Sign.NONE));
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Answer body(HttpResponse<String> response) {
        return accepted(response.body());
    }

    private static Answer accepted(String reference) {
        return new Accepted(reference, null, null, List.of(), null);
    }

    private Answer send(Duration patience) {
        var request = HttpRequest.newBuilder(authority.url())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, patience, response -> READ);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
