package org.notificationhub.irmer.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.notificationhub.irmer.IrmerConfig;

/**
 * Lets a browser read with the cookie that signing in gave it: the token itself, verified as in any request. It is good for
 * reading only, so no other site can make a browser change anything with it. A token in the request goes first.
 */
@ApplicationScoped
public class ReaderCookie implements HttpAuthenticationMechanism {

    static final String NAME = "hub_reader";

    /** In place of a token, where the dashboard is open. */
    static final String VISITOR = "visitor";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final boolean open;

    ReaderCookie(IrmerConfig config) {
        this.open = config.dashboard().open();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var request = context.request();
        var cookie = request.getCookie(NAME);
        if (cookie == null
                || !READING.contains(request.method())
                || request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            return Uni.createFrom().nullItem();
        }
        if (cookie.getValue().equals(VISITOR)) {
            return open ? Uni.createFrom().item(visitor()) : Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(cookie.getValue())))
                // One that has expired is as good as none: the reader is asked to sign in.
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    private static SecurityIdentity visitor() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(VISITOR))
                .addRole(Readers.SCOPE)
                .build();
    }
}
