package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretSealTest {

    private final SecretSeal seal = new SecretSeal(Settings.usual());
    private final UUID webhook = UUID.randomUUID();
    private final SigningSecret secret = SigningSecret.random();

    @Test
    void whatWasClosedOpens() {
        assertThat(seal.open(seal.close(secret, webhook), webhook).shown()).isEqualTo(secret.shown());
    }

    @Test
    void aClosedSecretIsNotReadableAndNeverLooksTheSame() {
        var closed = seal.close(secret, webhook);

        assertThat(new String(closed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.key(), StandardCharsets.ISO_8859_1));
        assertThat(seal.close(secret, webhook)).isNotEqualTo(closed);
    }

    @Test
    void aSecretMovedToAnotherWebhookDoesNotOpen() {
        var closed = seal.close(secret, webhook);

        assertThatThrownBy(() -> seal.open(closed, UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSecretIsNotPrintedByAccident() {
        assertThat(secret.toString()).doesNotContain(secret.shown());
    }

    /** The example of the Standard Webhooks specification's own libraries. */
    @Test
    void aSignatureIsTheOneTheStandardGives() {
        var known = new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(known.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
