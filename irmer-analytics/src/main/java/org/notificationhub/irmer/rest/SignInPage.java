package org.notificationhub.irmer.rest;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Where a reader shows a token once, so that a browser may read the figures until it expires. */
@Path("/")
@PermitAll
public class SignInPage {

    /** A browser keeps no longer cookie. */
    private static final int LONGEST = 3_900;

    private final JWTParser tokens;
    private final Clock clock;

    SignInPage(JWTParser tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GET
    @Path("/sign-in")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> page(@RestQuery String to) {
        return answer(Status.OK, new signIn(local(to), null));
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> signIn(
            @RestForm String token,
            @RestForm String to,
            @RestHeader("Sec-Fetch-Site") String from,
            @Context UriInfo uri) {
        refuseOtherSites(from);
        var given = token == null ? "" : token.strip();
        if (given.isEmpty()) {
            return mistake(Status.BAD_REQUEST, to, "Enter a token");
        }
        if (given.length() > LONGEST) {
            return mistake(Status.BAD_REQUEST, to, "Enter a token that a browser can keep: this one is too long");
        }
        try {
            var reader = tokens.parse(given);
            return reader.getGroups() != null && reader.getGroups().contains(Readers.SCOPE)
                    ? signedIn(given, reader, local(to), uri)
                    : mistake(Status.FORBIDDEN, to, "Enter a token with the scope " + Readers.SCOPE);
        } catch (ParseException e) {
            return mistake(Status.BAD_REQUEST, to, "Enter a token that this hub trusts and that has not expired");
        }
    }

    @POST
    @Path("/sign-out")
    @Operation(hidden = true)
    public RestResponse<Void> signOut(@RestHeader("Sec-Fetch-Site") String from, @Context UriInfo uri) {
        refuseOtherSites(from);
        return RestResponse.ResponseBuilder.<Void>seeOther(URI.create("/sign-in"))
                .cookie(Readers.cookie("", 0, uri.getRequestUri()))
                .build();
    }

    private RestResponse<TemplateInstance> signedIn(String token, JsonWebToken reader, String to, UriInfo uri) {
        var left = Instant.ofEpochSecond(reader.getExpirationTime()).getEpochSecond()
                - clock.instant().getEpochSecond();
        return RestResponse.ResponseBuilder.<TemplateInstance>seeOther(URI.create(to))
                .cookie(Readers.cookie(token, (int) Math.min(left, Integer.MAX_VALUE), uri.getRequestUri()))
                .build();
    }

    private static RestResponse<TemplateInstance> mistake(Status status, String to, String mistake) {
        return answer(status, new signIn(local(to), mistake));
    }

    private static RestResponse<TemplateInstance> answer(Status status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.create(status, page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A form of another site would sign a reader in as somebody else. Browsers say from where a form comes. */
    private static void refuseOtherSites(String from) {
        if (from != null && !from.equals("same-origin") && !from.equals("none")) {
            throw new ForbiddenException();
        }
    }

    /** Only a place of this service is gone back to. */
    private static String local(String to) {
        return to != null && to.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*") ? to : "/";
    }

    /** Its name is the template's. {@code mistake} is null where there is none. */
    record signIn(String to, String mistake) implements TemplateInstance {}
}
