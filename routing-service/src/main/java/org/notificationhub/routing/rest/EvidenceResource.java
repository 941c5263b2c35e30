package org.notificationhub.routing.rest;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.evidence.Anchor;
import org.notificationhub.routing.evidence.CanonicalJson;
import org.notificationhub.routing.evidence.EvidenceChain;
import org.notificationhub.routing.evidence.EvidenceKeys;
import org.notificationhub.routing.evidence.EvidenceKeys.KeySet;
import org.notificationhub.routing.evidence.pack.AssemblePack;
import org.notificationhub.routing.evidence.pack.EvidencePack;

/** What proves that a duty was met: packs, the anchors that bind them, and the keys to verify both. */
@Path("/v1/evidence")
@RolesAllowed("deliveries:manage")
public class EvidenceResource {

    private final AssemblePack assemblePack;
    private final EvidenceChain chain;
    private final EvidenceKeys keys;
    private final EvidencePage page;

    EvidenceResource(AssemblePack assemblePack, EvidenceChain chain, EvidenceKeys keys, EvidencePage page) {
        this.assemblePack = assemblePack;
        this.chain = chain;
        this.keys = keys;
        this.page = page;
    }

    @GET
    @Path("/{notificationId}")
    @Operation(
            summary = "The evidence pack of a notification",
            description =
                    "Decisions, duties with their clocks, deliveries with every attempt, and the chain of entries that"
                            + " says who did what when, signed. Verify it offline with ./hub verify; ADR 14 says how to write"
                            + " another verifier. As text/html it is a page to read and to print. Asking is itself an entry, the"
                            + " last one. All times are instants in UTC, all hashes SHA-256 in hexadecimal.")
    @APIResponse(
            responseCode = "200",
            description = "The pack, as canonical JSON (RFC 8785)",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EvidencePack.class)))
    @APIResponse(responseCode = "404", description = "There is no such notification")
    @APIResponse(responseCode = "503", description = "The hub has no key to sign with: set hub.evidence.signing-key")
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<String> pack(
            @RestPath UUID notificationId,
            @Parameter(description = "true for what the sender said too, as long as it is kept") @RestQuery
                    String payload) {
        var query = new ListQuery();
        var withPayload = query.yesOrNo("payload", payload);
        query.refuseFaults();
        var pack = assemblePack
                .of(notificationId, Boolean.TRUE.equals(withPayload))
                .orElseThrow(NotFoundException::new);
        return RestResponse.ResponseBuilder.ok(CanonicalJson.write(pack))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"evidence-" + notificationId + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{notificationId}")
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> page(@RestPath UUID notificationId) {
        var pack = assemblePack.of(notificationId, false).orElseThrow(NotFoundException::new);
        return RestResponse.ResponseBuilder.ok(page.of(pack))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/anchors")
    @Operation(
            summary = "The anchors, the oldest first",
            description =
                    "Keep them outside the hub, as the log does: a chain that was shortened or rewritten afterwards"
                            + " no longer fits them. Each is chained to the one before it.")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be used")
    public RestResponse<Page<Anchor>> anchors(
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var size = query.limit(limit);
        query.refuseFaults();
        var found = chain.anchorsAfter(place(cursor), size + 1);
        return found.size() > size
                ? Page.answer(found.subList(0, size), found.get(size - 1).number(), uri)
                : Page.answer(found, null, uri);
    }

    @GET
    @Path("/keys")
    @PermitAll
    @Operation(
            summary = "The public keys that packs and anchors are signed with",
            description = "A JSON Web Key Set (RFC 7517, RFC 8037), the key in use first; empty where the hub has none."
                    + " Take it from a place you trust, and keep it: a pack is verified without the hub.")
    @APIResponse(responseCode = "200", description = "The key set")
    public KeySet keys() {
        return keys.published();
    }

    /** The number of the last anchor that was shown. */
    private static long place(String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw new Refusal(ProblemKind.CURSOR_INVALID, ProblemKind.CURSOR_INVALID.remedy());
        }
        return Long.parseLong(cursor);
    }
}
