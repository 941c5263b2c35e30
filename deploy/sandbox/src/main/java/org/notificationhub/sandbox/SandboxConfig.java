package org.notificationhub.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the sandbox regulators. */
@ConfigMapping(prefix = "hub.sandbox")
public interface SandboxConfig {

    /** What {@code Ocp-Apim-Subscription-Key} must say at the LfPSE door. */
    @WithDefault("sandbox")
    String subscriptionKey();

    /** Where LfPSE callbacks are sent. */
    @WithDefault("http://localhost:8082/v1/callbacks/lfpse")
    URI callbackUrl();

    /** Signs callbacks: {@code whsec_} and Base64, as Standard Webhooks writes secrets, or else plain text. */
    @WithDefault("sandbox")
    String callbackSecret();

    /** How long a request that gets no answer is held: longer than the 40 seconds an LfPSE client waits. */
    @WithDefault("60s")
    Duration hold();

    /** Where what the authorities received and hold outlives the process; without one it ends with it. */
    Optional<Path> directory();
}
