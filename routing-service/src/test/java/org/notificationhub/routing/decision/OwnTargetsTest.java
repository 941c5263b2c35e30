package org.notificationhub.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.register.ClassifiedProvider;
import org.notificationhub.routing.register.ClassifiedProvider.Basis;

class OwnTargetsTest {

    private final OwnTargets targets = new OwnTargets(settings());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"RJ1, PT4H", "1-101614751, PT24H", ", PT24H"})
    void aProviderMaySetItselfAnotherTarget(String id, Duration target) {
        var independent = RuleVocabulary.shipped().classes().independent();

        assertThat(targets.of(new ClassifiedProvider(id, independent, Basis.DEFAULTED, false)))
                .isEqualTo(target);
    }

    private static RoutingConfig settings() {
        var settings = Map.of("hub.own-target.providers.RJ1", "4h", "hub.lfpse.subscription-key", "key-of-the-test");
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RoutingConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(RoutingConfig.class);
    }
}
