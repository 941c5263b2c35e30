package org.notificationhub.routing.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The message, secret and signature are the worked example of the Standard Webhooks specification. */
class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant SIGNED = Instant.ofEpochSecond(1614265330);
    private static final WebhookSignature GOOD = new WebhookSignature(
            "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    @Test
    void aSignedMessageIsGood() {
        assertThat(GOOD.isGood(BODY, List.of(SECRET), SIGNED)).isTrue();
    }

    @Test
    void eitherSecretWillDoWhileOneReplacesTheOther() {
        assertThat(GOOD.isGood(BODY, List.of("new", SECRET), SIGNED)).isTrue();
        assertThat(GOOD.isGood(BODY, List.of("new"), SIGNED)).isFalse();
        assertThat(GOOD.isGood(BODY, List.of(), SIGNED)).isFalse();
    }

    @Test
    void aSignatureIsGoodForFiveMinutes() {
        assertThat(GOOD.isGood(BODY, List.of(SECRET), SIGNED.plusSeconds(300))).isTrue();
        assertThat(GOOD.isGood(BODY, List.of(SECRET), SIGNED.plusSeconds(301))).isFalse();
        assertThat(GOOD.isGood(BODY, List.of(SECRET), SIGNED.minusSeconds(301))).isFalse();
    }

    @Test
    void anotherBodyIdOrTimeIsNotWhatWasSigned() {
        assertThat(GOOD.isGood("{}".getBytes(StandardCharsets.UTF_8), List.of(SECRET), SIGNED))
                .isFalse();
        assertThat(new WebhookSignature("msg_other", GOOD.timestamp(), GOOD.signatures())
                        .isGood(BODY, List.of(SECRET), SIGNED))
                .isFalse();
        assertThat(new WebhookSignature(GOOD.id(), "1614265331", GOOD.signatures())
                        .isGood(BODY, List.of(SECRET), SIGNED))
                .isFalse();
    }

    @Test
    void headersThatAreMissingOrNoSenseAreNoSignature() {
        assertThat(new WebhookSignature(null, null, null).isGood(BODY, List.of(SECRET), SIGNED))
                .isFalse();
        assertThat(new WebhookSignature(GOOD.id(), "yesterday", GOOD.signatures())
                        .isGood(BODY, List.of(SECRET), SIGNED))
                .isFalse();
    }
}
