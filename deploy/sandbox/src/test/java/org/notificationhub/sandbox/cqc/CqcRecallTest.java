package org.notificationhub.sandbox.cqc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.sandbox.Requests.change;
import static org.notificationhub.sandbox.Requests.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.notificationhub.sandbox.Authority;
import org.notificationhub.sandbox.JsonText;
import org.notificationhub.sandbox.Received;
import org.notificationhub.sandbox.Reply;
import org.notificationhub.sandbox.Requests;

class CqcRecallTest {

    private final Cqc killed = new Cqc(new ObjectMapper());
    private final Cqc next = new Cqc(new ObjectMapper());

    @Test
    void aRepeatIsStillARepeatAfterARestart() {
        var taken = take("key-1", notification());

        var again = next.take("key-1", notification());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(taken.body());
        assertThat(next.take("key-1", notification().put("summary", "Other.")).status())
                .isEqualTo(422);
    }

    @Test
    void whatWasTakenBeforeARestartCanBeAmendedAndWithdrawnAfterIt() {
        var reference = Requests.read(take("key-1", notification()).body())
                .get("reference")
                .textValue();

        assertThat(next.take("key-2", change("AMEND", reference)).status()).isEqualTo(201);
        take("key-3", change("WITHDRAW", reference).put("withdrawalReason", "Entered twice."));
        assertThat(next.take("key-4", change("AMEND", reference)).status()).isEqualTo(409);
    }

    private Reply take(String key, JsonNode body) {
        var reply = killed.take(key, body);
        next.recall(received(body), reply.holds());
        return reply;
    }

    private static Received received(JsonNode body) {
        return new Received(
                1, Authority.CQC, Instant.EPOCH, "POST", "/cqc/notifications", "", "", false, null, JsonText.of(body));
    }
}
