package org.notificationhub.routing.evidence;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who does what is being done: the subject of the request's token, or the hub itself. Never a name. */
@ApplicationScoped
public class Actor {

    static final String HUB = "hub";

    private final JsonWebToken token;

    Actor(JsonWebToken token) {
        this.token = token;
    }

    public String name() {
        if (!Arc.container().requestContext().isActive()) {
            return HUB;
        }
        var subject = token.getSubject();
        return subject == null ? HUB : subject.replaceAll("\\p{Cntrl}", "?");
    }
}
