package org.notificationhub.irmer.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.irmer.IrmerConfig;

/** Who may read pages, and how a browser is known again. */
@ApplicationScoped
class Readers {

    static final String SCOPE = "analytics:read";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SecurityIdentity reader;
    private final boolean open;

    Readers(SecurityIdentity reader, IrmerConfig config) {
        this.reader = reader;
        this.open = config.dashboard().open();
    }

    boolean mayRead() {
        return open || isSignedIn();
    }

    /** Whether the reader may know whose an event is (ADR 20). */
    boolean mayReview() {
        return isSignedIn() && reader.hasRole("analytics:write");
    }

    /** Whoever has no token is a visitor, where the dashboard is open. */
    boolean isVisitor() {
        return open && !isSignedIn();
    }

    boolean isSignedIn() {
        try {
            return reader.hasRole(SCOPE)
                    && !ReaderCookie.VISITOR.equals(reader.getPrincipal().getName());
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }

    /** To where one signs in, and from there back. */
    static <T> RestResponse<T> signInFirst(URI asked) {
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        var back = URLEncoder.encode(asked.getRawPath() + query, StandardCharsets.UTF_8);
        return RestResponse.seeOther(URI.create("/sign-in?to=" + back));
    }

    /**
     * For the answer to {@code asked}. Other sites cannot send it, scripts cannot read it; only on this machine may it travel
     * unencrypted.
     *
     * @param seconds how long it lasts; 0 takes it away, -1 is as long as the browser runs
     */
    static NewCookie cookie(String value, int seconds, URI asked) {
        return new NewCookie.Builder(ReaderCookie.NAME)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(!LOOPBACK.contains(asked.getHost()))
                .build();
    }
}
