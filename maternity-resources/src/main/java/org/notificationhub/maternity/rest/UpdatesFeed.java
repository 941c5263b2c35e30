package org.notificationhub.maternity.rest;

import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.maternity.MaternityConfig;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.finding.Update;

/** What was published, for a feed reader (Atom, RFC 4287): an entry for each resource, as of its latest version. */
@Path("/v1/updates.atom")
@Tag(name = "Updates")
@PermitAll
public class UpdatesFeed {

    private static final String MEDIA_TYPE = "application/atom+xml";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** An id stays wherever the site moves to (RFC 4151). */
    private static final String ID = "tag:notificationhub.org,2026:maternity-resources";

    private final ResourceCatalogue catalogue;
    private final Tagging tagging;
    private final MaternityConfig.Site site;

    UpdatesFeed(ResourceCatalogue catalogue, Tagging tagging, MaternityConfig config) {
        this.catalogue = catalogue;
        this.tagging = tagging;
        this.site = config.site();
    }

    @GET
    @Produces(MEDIA_TYPE + ";charset=UTF-8")
    @Operation(
            summary = "What was published, newest first, as an Atom feed",
            description = "A review that changed nothing is no update. An entry keeps its id over all versions.")
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            headers = @Header(name = "ETag", description = "Changes with every change of the answer"))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter cannot be used; errors names it")
    public Response feed(
            @Parameter(description = "Slug of a theme", example = "triage") @RestQuery String theme,
            @Parameter(
                            description = "Resources with a question for this staff group",
                            example = "BOARD",
                            schema = @Schema(implementation = Audience.class))
                    @RestQuery
                    String audience,
            @Context UriInfo uri,
            @Context Request request) {
        var wanted = ResourceQuery.of(theme, audience, null, null, null, null, catalogue)
                .wanted();
        var updates = Update.latest(catalogue).stream()
                .filter(update -> wanted.theme() == null
                        || wanted.theme().equals(update.resource().theme()))
                .filter(update -> wanted.audience() == null
                        || update.resource().audiences().contains(wanted.audience()))
                .toList();
        var feed = written(updates, site.address().orElse(uri.getBaseUri()), uri.getRequestUri());
        return tagging.tagged(feed).to(request);
    }

    private String written(List<Update> updates, URI home, URI self) {
        var feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setUri(ID + (self.getRawQuery() == null ? "" : "?" + self.getRawQuery()));
        feed.setTitle("Maternity resources: updates");
        feed.setDescription(catalogue.notice());
        feed.setLinks(List.of(
                link("self", home.resolve(self.getRawPath() + query(self)), MEDIA_TYPE),
                link("alternate", home.resolve("/updates"), "text/html")));
        feed.setAuthors(List.of(publisher()));
        feed.setPublishedDate(updates.stream()
                .map(Update::publishedAt)
                .max(Comparator.naturalOrder())
                .map(UpdatesFeed::begins)
                .orElse(new Date(0)));
        feed.setEntries(updates.stream().map(update -> entry(update, home)).toList());
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("The feed cannot be written", e);
        }
    }

    private SyndEntry entry(Update update, URI home) {
        var resource = update.resource();
        var entry = new SyndEntryImpl();
        entry.setUri(ID + "/" + resource.id());
        entry.setTitle(resource.title());
        entry.setAuthors(List.of(publisher()));
        entry.setLink(home.resolve(Permalink.of(resource)).toString());
        entry.setUpdatedDate(begins(update.publishedAt()));
        var says = new SyndContentImpl();
        says.setType("text");
        says.setValue(
                update.changeNote() == null
                        ? resource.summary()
                        : "Version %d: %s".formatted(update.version(), update.changeNote()));
        entry.setDescription(says);
        var theme = new SyndCategoryImpl();
        theme.setName(resource.theme());
        theme.setLabel(catalogue.theme(resource.theme()).orElseThrow().title());
        entry.setCategories(List.of(theme));
        return entry;
    }

    private static SyndPerson publisher() {
        var publisher = new SyndPersonImpl();
        publisher.setName("Statutory Notification Hub");
        return publisher;
    }

    private static SyndLink link(String relation, URI to, String type) {
        var link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(to.toString());
        link.setType(type);
        return link;
    }

    private static String query(URI self) {
        return self.getRawQuery() == null ? "" : "?" + self.getRawQuery();
    }

    private static Date begins(LocalDate day) {
        return Date.from(day.atStartOfDay(LONDON).toInstant());
    }
}
