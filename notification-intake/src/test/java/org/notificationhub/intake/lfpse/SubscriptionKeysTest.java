package org.notificationhub.intake.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.notificationhub.intake.IntakeConfig;

class SubscriptionKeysTest {

    private static final String TRUST = "hub.lfpse-door.keys.\"trust\".";

    /** Of {@code key-of-a-trust}. */
    private static final String HASH = "2114CD36220f6cb5c27261671e479ab87075dd04061e641b498084ceecae0f32";

    @Test
    void withoutKeysTheDoorIsClosed() {
        assertThat(keys(Map.of()).holder("key-of-a-trust")).isEmpty();
    }

    @Test
    void aKeyOpensTheDoorForTheSenderOfItsName() {
        var keys = keys(Map.of(TRUST + "key-sha256", HASH, TRUST + "provider-ids", "RJ1,RGT"));

        assertThat(keys.holder("key-of-a-trust")).hasValueSatisfying(holder -> {
            assertThat(holder.sender().name()).isEqualTo("trust");
            assertThat(holder.sender().providerIds()).containsExactlyInAnyOrder("RJ1", "RGT");
        });
        assertThat(keys.holder("key-of-a-trusT")).isEmpty();
        assertThat(keys.holder(HASH)).isEmpty();
        assertThat(keys.holder(null)).isEmpty();
    }

    @Test
    void aKeyInPlaceOfItsHashStopsTheStartAndIsNotRepeated() {
        assertThatThrownBy(() -> keys(Map.of(TRUST + "key-sha256", "key-of-a-trust", TRUST + "provider-ids", "*")))
                .hasMessageContaining("hub.lfpse-door.keys.\"trust\".key-sha256")
                .hasMessageNotContaining("key-of-a-trust");
    }

    private static SubscriptionKeys keys(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IntakeConfig.class)
                .withDefaultValue("hub.routing.url", "http://routing.example")
                .withDefaultValue("hub.webhooks.secret-key", "not used here");
        settings.forEach(builder::withDefaultValue);
        return new SubscriptionKeys(builder.build().getConfigMapping(IntakeConfig.class));
    }
}
