package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.maternity.catalogue.AssessedQuestion;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Reference;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.ResourceCatalogue.Assessed;
import org.notificationhub.maternity.catalogue.Theme;

/** A resource to read. Every line has an address of its own. */
@Path("/resources/{slug}")
@PermitAll
public class ResourcePage {

    private final ResourceCatalogue catalogue;

    ResourcePage(ResourceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> page(@RestPath String slug, @RestQuery String audience) {
        var chosen = Choice.read(Audience.values(), audience).orElse(null);
        return catalogue
                .resource(slug)
                .map(resource -> RestResponse.<TemplateInstance>ok(page(resource, chosen)))
                .orElseGet(Site::missing);
    }

    private resource page(Resource resource, Audience audience) {
        var groups = resource.audiences().stream()
                .map(group -> new Choice(group.name(), Words.title(group), group == audience))
                .toList();
        return new resource(
                resource,
                catalogue.theme(resource.theme()).orElseThrow(),
                groups,
                audience,
                resource.questions().stream()
                        .filter(question ->
                                audience == null || question.audiences().contains(audience))
                        .map(this::asked)
                        .toList(),
                resource.references().stream().map(catalogue::reference).toList());
    }

    private Asked asked(AssessedQuestion question) {
        return new Asked(
                question, question.criteria().stream().map(catalogue::criterion).toList());
    }

    /** Its name is the template's. {@code audience} is null for everyone. */
    record resource(
            Resource resource,
            Theme theme,
            List<Choice> groups,
            Audience audience,
            List<Asked> questions,
            List<Reference> references)
            implements TemplateInstance {}

    /** A question, and the criteria it is asked under. */
    record Asked(AssessedQuestion question, List<Assessed> criteria) {}
}
