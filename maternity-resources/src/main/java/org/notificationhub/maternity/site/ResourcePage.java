package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.maternity.catalogue.AssessedQuestion;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Confidence;
import org.notificationhub.maternity.catalogue.GoodPractice;
import org.notificationhub.maternity.catalogue.Reference;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.ResourceCatalogue.Assessed;
import org.notificationhub.maternity.catalogue.Theme;
import org.notificationhub.maternity.catalogue.VersionDiff;

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
        return catalogue
                .resource(slug)
                .map(resource -> RestResponse.<TemplateInstance>ok(page(resource, Words.path(resource), audience)))
                .orElseGet(Site::missing);
    }

    /** As it was published, for whoever cites it. */
    @GET
    @Path("/v/{version}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> version(
            @RestPath String slug, @RestPath String version, @RestQuery String audience) {
        return find(slug, version)
                .map(found -> RestResponse.<TemplateInstance>ok(page(found, Words.versionPath(found), audience)))
                .orElseGet(Site::missing);
    }

    @GET
    @Path("/v/{version}/changes")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> changes(@RestPath String slug, @RestPath String version) {
        return find(slug, version)
                .flatMap(found ->
                        catalogue.version(slug, found.version() - 1).map(before -> VersionDiff.between(before, found)))
                .map(diff -> RestResponse.<TemplateInstance>ok(new changes(
                        diff.from(),
                        diff.to(),
                        diff.changes().stream()
                                .map(new ChangeWords(catalogue)::of)
                                .toList())))
                .orElseGet(Site::missing);
    }

    private Optional<Resource> find(String slug, String version) {
        return version.matches("[1-9]\\d{0,4}") ? catalogue.version(slug, Integer.parseInt(version)) : Optional.empty();
    }

    private resource page(Resource version, String path, String audience) {
        var chosen = Choice.read(Audience.values(), audience).orElse(null);
        var groups = version.audiences().stream()
                .map(group -> new Choice(group.name(), Words.title(group), group == chosen))
                .toList();
        var versions = catalogue.versions(version.slug());
        return new resource(
                version,
                path,
                version.version() < versions.get(0).version(),
                catalogue.theme(version.theme()).orElseThrow(),
                groups,
                chosen,
                version.goodPractice().stream()
                        .map(practice ->
                                new Practice(practice, references(practice.references()), practice.confidence()))
                        .toList(),
                version.questions().stream()
                        .filter(question ->
                                chosen == null || question.audiences().contains(chosen))
                        .map(this::asked)
                        .toList(),
                references(version.references()),
                versions);
    }

    private List<Reference> references(List<String> ids) {
        return ids.stream().map(catalogue::reference).toList();
    }

    private Asked asked(AssessedQuestion question) {
        return new Asked(
                question,
                question.criteria().stream().map(catalogue::criterion).toList(),
                references(question.references()),
                question.confidence());
    }

    /**
     * Its name is the template's.
     *
     * @param resource in the version that is read
     * @param path of this page
     * @param isEarlier whether there is a later version than the one that is read
     * @param audience null for everyone
     * @param versions all there are, newest first
     */
    record resource(
            Resource resource,
            String path,
            boolean isEarlier,
            Theme theme,
            List<Choice> groups,
            Audience audience,
            List<Practice> practices,
            List<Asked> questions,
            List<Reference> references,
            List<Resource> versions)
            implements TemplateInstance {}

    /** Its name is the template's. */
    record changes(Resource from, Resource to, List<ChangeWords.Line> lines) implements TemplateInstance {}

    /** A statement, and what it rests on: references, or else our word with its confidence. */
    record Practice(GoodPractice practice, List<Reference> basis, Confidence confidence) {}

    /** A question, the criteria it is asked under, and what it rests on. */
    record Asked(AssessedQuestion question, List<Assessed> criteria, List<Reference> basis, Confidence confidence) {}
}
