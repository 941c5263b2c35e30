package org.notificationhub.sandbox;

import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RestAssuredConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.notificationhub.sandbox.Authority.LFPSE;
import static org.notificationhub.sandbox.Requests.EVENTS;
import static org.notificationhub.sandbox.Requests.behave;
import static org.notificationhub.sandbox.Requests.incident;
import static org.notificationhub.sandbox.Requests.lfpse;
import static org.notificationhub.sandbox.Requests.read;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.sandbox.CallbackReceiver.Callback;

@QuarkusTest
@WithTestResource(CallbackReceiver.class)
class CallbackTest {

    CallbackReceiver receiver;

    @BeforeEach
    void startAfresh() {
        Requests.startAfresh();
        receiver.received().clear();
    }

    @Test
    void onceTellsWhatWasAnswered() {
        behave(LFPSE, "{\"callbacks\": \"ONCE\"}");

        var answer = lfpse().header("X-Correlation-ID", "c")
                .body(incident())
                .post(EVENTS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        var callback = read(callbacks(1).get(0).body());
        assertThat(callback.path("type").asText()).isEqualTo("accepted");
        assertThat(callback.path("lfpseId").asText()).isEqualTo(answer.getString("id"));
        assertThat(callback.path("versionId").asText()).isEqualTo("1");
        assertThat(callback.path("referenceNumber").asText())
                .isEqualTo(answer.getString("extension[-1].extension[0].valueString"));
        assertThat(callback.path("submissionId").asText()).hasSize(36);
        assertThat(callback.path("occurredAt").asText()).endsWith("Z");
    }

    @Test
    void twiceRepeatsTheSameMessage() {
        behave(LFPSE, "{\"callbacks\": \"TWICE\"}");

        lfpse().body(incident()).post(EVENTS).then().statusCode(201);

        var callbacks = callbacks(2);
        assertThat(callbacks.get(1).id()).isEqualTo(callbacks.get(0).id());
        assertThat(callbacks.get(1).body()).isEqualTo(callbacks.get(0).body());
    }

    @Test
    void shuffledTellsLaterVersionsFirst() {
        behave(LFPSE, "{\"callbacks\": \"SHUFFLED\"}");

        String id = lfpse().body(incident()).post(EVENTS).then().extract().path("id");
        lfpse().body(incident()).put(EVENTS + "/" + id).then().statusCode(200);
        lfpse().delete(EVENTS + "/" + id).then().statusCode(204);

        assertThat(callbacks(3))
                .extracting(callback -> read(callback.body()).path("type").asText())
                .containsExactly("withdrawn", "amended", "accepted");
    }

    @Test
    void aMessageIsSigned() {
        behave(LFPSE, "{\"callbacks\": \"ONCE\"}");

        lfpse().body(incident()).post(EVENTS).then().statusCode(201);

        var callback = callbacks(1).get(0);
        assertThat(callback.id()).startsWith("msg_");
        assertThat(callback.timestamp()).matches("\\d{10}");
        assertThat(callback.signature()).matches("v1,[A-Za-z0-9+/]{43}=");
    }

    @Test
    void anEventThatIsRefusedIsNotTold() {
        behave(LFPSE, "{\"callbacks\": \"ONCE\"}");

        lfpse().body("{}").post(EVENTS).then().statusCode(400);
        lfpse().body(incident()).post(EVENTS).then().statusCode(201);

        assertThat(callbacks(1)).hasSize(1);
    }

    @Test
    void whatWasDoneWithoutAnAnswerIsTold() {
        behave(LFPSE, "{\"mode\": \"ACCEPT_THEN_TIMEOUT\", \"callbacks\": \"ONCE\"}");
        var impatient = config().httpClient(httpClientConfig().setParam("http.socket.timeout", 700));

        assertThatThrownBy(() -> lfpse().config(impatient).body(incident()).post(EVENTS))
                .isInstanceOf(SocketTimeoutException.class);

        assertThat(read(callbacks(1).get(0).body()).path("type").asText()).isEqualTo("accepted");
    }

    private List<Callback> callbacks(int count) {
        await().until(() -> receiver.received().size() >= count);
        return List.copyOf(receiver.received());
    }
}
