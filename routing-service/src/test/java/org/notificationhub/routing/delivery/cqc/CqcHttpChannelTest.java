package org.notificationhub.routing.delivery.cqc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.routing.delivery.Dispatches.amendment;
import static org.notificationhub.routing.delivery.Dispatches.content;
import static org.notificationhub.routing.delivery.Dispatches.submission;
import static org.notificationhub.routing.delivery.Dispatches.withBlock;
import static org.notificationhub.routing.delivery.Dispatches.withdrawal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.routing.delivery.Answer.Accepted;
import org.notificationhub.routing.delivery.Answer.NoAnswer;
import org.notificationhub.routing.delivery.Answer.Rejected;
import org.notificationhub.routing.delivery.Answer.TryLater;
import org.notificationhub.routing.delivery.AuthorityHttp;
import org.notificationhub.routing.delivery.AuthorityStub;
import org.notificationhub.routing.delivery.ChannelConfig;
import org.notificationhub.routing.delivery.Dispatches;

class CqcHttpChannelTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuthorityStub cqc;
    private CqcHttpChannel channel;

    @BeforeEach
    void start() throws IOException {
        cqc = new AuthorityStub();
        channel = new CqcHttpChannel(ChannelConfig.at(cqc.url()), new AuthorityHttp(Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        cqc.close();
    }

    @Test
    void aSubmissionIsTheNotificationUnderTheDeliveryId() throws IOException {
        cqc.answers(201, "application/json", "{\"reference\": \"ENQ-0000000001\"}");

        var answer = channel.send(submission());

        assertThat(answer).isEqualTo(new Accepted("ENQ-0000000001", null, null, List.of(), null));
        var request = cqc.request();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /cqc/notifications");
        assertThat(request.header("Idempotency-Key")).isEqualTo(Dispatches.DELIVERY.toString());
        assertThat(request.header("X-Request-ID")).isEqualTo(Dispatches.DELIVERY.toString());
        assertThat(request.header("X-Correlation-ID")).isEqualTo("corr-1");
        assertThat(request.header("traceparent")).isEqualTo(Dispatches.TRACE);
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("""
                {"requestId": "0199c1de-0000-7000-8000-000000000001", "action": "SUBMIT",
                 "notificationId": "0199c1de-0000-7000-8000-000000000002", "version": 1,
                 "type": "SERIOUS_INJURY", "reference": "INC-2026-000123", "provider": {"id": "RJ1"},
                 "occurredAt": "2026-07-20T08:15:00.000Z", "awareAt": "2026-07-31T23:30:00.000Z",
                 "summary": "Fall from bed; hip fracture.",
                 "people": [{"code": "SU-0417", "role": "SERVICE_USER", "ageBand": "75-84"}],
                 "details": {"injury": "FRACTURE"}, "test": false}
                """));
    }

    @Test
    void whatIsMeantForLfpseCqcIsNotTold() throws IOException {
        cqc.answers(201, "application/json", "{\"reference\": \"ENQ-0000000001\"}");
        var content = withBlock(content("SERIOUS_INJURY"), "{\"answers\": {\"LevelOfConcern\": \"5\"}}");

        channel.send(submission(content, null));

        assertThat(sent(0).path("details").toString()).isEqualTo("{\"injury\":\"FRACTURE\"}");
        assertThat(content.details().has("lfpse")).isTrue();
    }

    @Test
    void aSecondAttemptSaysTheSame() {
        cqc.answers(200, "application/json", "{\"reference\": \"ENQ-0000000001\"}");

        channel.send(submission());
        channel.send(submission());

        assertThat(cqc.requests().get(1).body()).isEqualTo(cqc.requests().get(0).body());
    }

    @Test
    void aChangeNamesWhatItChanges() throws IOException {
        cqc.answers(201, "application/json", "{\"reference\": \"ENQ-0000000001\"}");

        channel.send(amendment("ENQ-0000000001"));
        channel.send(withdrawal("ENQ-0000000001"));

        assertThat(sent(0).path("action").asText()).isEqualTo("AMEND");
        assertThat(sent(0).path("previousReference").asText()).isEqualTo("ENQ-0000000001");
        assertThat(sent(0).has("withdrawalReason")).isFalse();
        assertThat(sent(1).path("action").asText()).isEqualTo("WITHDRAW");
        assertThat(sent(1).path("withdrawalReason").asText()).isEqualTo("Entered twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422})
    void aRefusalIsRememberedByItsStatusAlone(int status) {
        cqc.answers(status, "application/problem+json", "{\"title\": \"Jane Doe is not a summary\"}");

        assertThat(channel.send(submission())).isEqualTo(new Rejected("HTTP_" + status));
    }

    @Test
    void anErrorIsTriedLater() {
        cqc.answers(500, "application/problem+json", "{}");

        assertThat(channel.send(submission())).isEqualTo(new TryLater("HTTP_500", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html/>", "{}", "{\"reference\": 7}", "[]"})
    void aSuccessWithoutReferenceProvesNothing(String body) {
        cqc.answers(201, "application/json", body);

        assertThat(channel.send(submission())).isEqualTo(new NoAnswer("HTTP_201 WITHOUT_REFERENCE"));
    }

    @Test
    void silenceIsNoAnswer() {
        cqc.staysSilent();

        assertThat(channel.send(submission())).isInstanceOf(NoAnswer.class);
    }

    private JsonNode sent(int index) throws IOException {
        return JSON.readTree(cqc.requests().get(index).body());
    }
}
