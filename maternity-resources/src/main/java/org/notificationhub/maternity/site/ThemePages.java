package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.maternity.MaternityConfig;
import org.notificationhub.maternity.catalogue.AssessedQuestion;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.Theme;

/** A theme: to read, for one staff group if wanted, and as a pack to print for a team meeting. */
@Path("/themes/{slug}")
@PermitAll
public class ThemePages {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ResourceCatalogue catalogue;
    private final Clock clock;
    private final MaternityConfig.Site site;

    ThemePages(ResourceCatalogue catalogue, Clock clock, MaternityConfig config) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.site = config.site();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> theme(@RestPath String slug, @RestQuery String audience) {
        var chosen = Choice.read(Audience.values(), audience).orElse(null);
        return catalogue
                .theme(slug)
                .map(theme -> RestResponse.<TemplateInstance>ok(
                        new theme(theme, groups(chosen), chosen, sections(theme, chosen))))
                .orElseGet(Site::missing);
    }

    @GET
    @Path("/pack")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> pack(@RestPath String slug, @RestQuery String audience, UriInfo uri) {
        var chosen = Choice.read(Audience.values(), audience).orElse(null);
        return catalogue
                .theme(slug)
                .map(theme -> RestResponse.<TemplateInstance>ok(new pack(
                        theme,
                        groups(chosen),
                        chosen,
                        LocalDate.ofInstant(clock.instant(), LONDON),
                        site.address().orElse(uri.getBaseUri()),
                        sections(theme, chosen))))
                .orElseGet(Site::missing);
    }

    private List<Section> sections(Theme theme, Audience audience) {
        return theme.resources().stream()
                .map(slug -> catalogue.resource(slug).orElseThrow())
                .map(resource -> new Section(resource, questions(resource, audience)))
                .filter(section -> !section.questions.isEmpty())
                .toList();
    }

    private static List<AssessedQuestion> questions(Resource resource, Audience audience) {
        return resource.questions().stream()
                .filter(question -> audience == null || question.audiences().contains(audience))
                .toList();
    }

    private static List<Choice> groups(Audience chosen) {
        return Choice.of(Audience.values(), Words::title, chosen);
    }

    /** Its name is the template's. {@code audience} is null for everyone. */
    record theme(Theme theme, List<Choice> groups, Audience audience, List<Section> sections)
            implements TemplateInstance {}

    /** Its name is the template's. {@code site} is where a reader of paper finds the resources. */
    record pack(
            Theme theme, List<Choice> groups, Audience audience, LocalDate printed, URI site, List<Section> sections)
            implements TemplateInstance {}

    /** A resource, and the questions in it that the staff group is asked. */
    record Section(Resource resource, List<AssessedQuestion> questions) {}
}
