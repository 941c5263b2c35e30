package org.notificationhub.intake.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.notificationhub.intake.notification.Sender;

/** The holder of the request's token. */
@RequestScoped
class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    Sender sender() {
        JsonArray providers = token.getClaim("provider_ids");
        return new Sender(
                token.getSubject(),
                providers == null
                        ? Set.of()
                        : providers.getValuesAs(JsonString::getString).stream()
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those it acts for; null for every one. */
    List<String> providerIds() {
        var sender = sender();
        return sender.actsForAll() ? null : List.copyOf(sender.providerIds());
    }
}
