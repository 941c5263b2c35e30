package org.notificationhub.routing.delivery;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.notificationhub.routing.RoutingConfig;

/** The routing settings with both authorities at one address. */
public final class ChannelConfig {

    private ChannelConfig() {}

    public static RoutingConfig at(URI authority) {
        return at(authority, Map.of());
    }

    public static RoutingConfig at(URI authority, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "hub.cqc.url", authority.toString(),
                "hub.cqc.timeout", "1s",
                "hub.lfpse.url", authority.toString(),
                "hub.lfpse.timeout", "1s",
                "hub.lfpse.subscription-key", "key-of-the-test"));
        settings.putAll(more);
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RoutingConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(RoutingConfig.class);
    }
}
