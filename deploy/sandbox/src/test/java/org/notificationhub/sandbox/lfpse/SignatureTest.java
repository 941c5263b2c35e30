package org.notificationhub.sandbox.lfpse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example that the Standard Webhooks documentation gives. */
    @Test
    void thePublishedExampleHasThePublishedSignature() {
        var signature = Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aPlainSecretIsTakenAsText() {
        var plain = Signature.of("abc", "msg_1", 1, "{}");

        assertThat(plain).isEqualTo(Signature.of("whsec_YWJj", "msg_1", 1, "{}"));
    }
}
