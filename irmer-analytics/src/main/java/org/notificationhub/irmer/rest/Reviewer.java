package org.notificationhub.irmer.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whoever sends the request, by the subject of the token. */
@RequestScoped
class Reviewer {

    private final JsonWebToken token;

    Reviewer(JsonWebToken token) {
        this.token = token;
    }

    String name() {
        return Objects.requireNonNullElse(token.getSubject(), "unnamed").replaceAll("\\p{Cntrl}", "?");
    }
}
