package org.notificationhub.routing.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.Delivery.Addressee;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;

/** The one channel to each authority. */
@ApplicationScoped
public class Channels {

    private final Map<Authority, Channel> channels = new EnumMap<>(Authority.class);
    private final RoutingConfig config;

    Channels(@All List<Channel> channels, RoutingConfig config) {
        for (var channel : channels) {
            if (this.channels.put(channel.authority(), channel) != null) {
                throw new IllegalStateException("There are two channels to " + channel.authority());
            }
        }
        this.config = config;
    }

    Channel to(Authority authority) {
        return channels.get(authority);
    }

    public Addressee addressee(Authority authority, Purpose purpose) {
        return new Addressee(authority, to(authority).name(), purpose);
    }

    /** A test never goes to an authority outside the sandbox. */
    public boolean mayTell(Authority authority, boolean test) {
        var sandbox = switch (authority) {
            case CQC -> config.cqc().sandbox();
            case LFPSE -> config.lfpse().sandbox();
        };
        return sandbox || !test;
    }
}
