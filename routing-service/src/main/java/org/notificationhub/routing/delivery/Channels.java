package org.notificationhub.routing.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.RoutingConfig.WhenWithdrawn;
import org.notificationhub.routing.delivery.Delivery.Addressee;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;

/** The ways to each authority, and which of them serves. */
@ApplicationScoped
public class Channels {

    private final Map<Way, Channel> channels;
    private final RoutingConfig config;

    Channels(@All List<Channel> channels, RoutingConfig config) {
        this.channels = channels.stream()
                .collect(
                        Collectors.toMap(channel -> new Way(channel.authority(), channel.name()), Function.identity()));
        this.config = config;
    }

    Channel named(Authority authority, String name) {
        return channels.get(new Way(authority, name));
    }

    /** @param type whose rule was applied: CQC takes some by e-mail only */
    public Addressee addressee(Authority authority, Purpose purpose, String type) {
        var channel = switch (authority) {
            case CQC ->
                config.cqc()
                        .channels()
                        .getOrDefault(type, config.cqc().channel())
                        .label();
            case LFPSE -> "fhir";
        };
        return new Addressee(authority, channel, purpose);
    }

    /** Who is not asked to delete what it has when the sender takes it back. */
    public Set<Authority> keepers() {
        return config.lfpse().withdraw() == WhenWithdrawn.KEEP ? Set.of(Authority.LFPSE) : Set.of();
    }

    /** A test never goes to an authority outside the sandbox. */
    public boolean mayTell(Authority authority, boolean test) {
        var sandbox = switch (authority) {
            case CQC -> config.cqc().sandbox();
            case LFPSE -> config.lfpse().sandbox();
        };
        return sandbox || !test;
    }

    private record Way(Authority authority, String channel) {}
}
