package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.notificationhub.http.Page;
import org.notificationhub.maternity.catalogue.AssessedQuestion;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Confidence;
import org.notificationhub.maternity.catalogue.Criterion;
import org.notificationhub.maternity.catalogue.Framework;
import org.notificationhub.maternity.catalogue.KeyQuestion;
import org.notificationhub.maternity.catalogue.Regulation;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/** How headings of assessment, key questions, regulations and the questions of the catalogue go together. */
@Path("/v1/frameworks")
@Tag(name = "Frameworks")
@PermitAll
public class FrameworkResource {

    private final ResourceCatalogue catalogue;

    FrameworkResource(ResourceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param validTo the last day; absent while it is in use
     * @param criteria in the order of its key questions
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FrameworkView(
            String id,
            String title,
            LocalDate validFrom,
            LocalDate validTo,
            String source,
            String note,
            List<Heading> criteria) {}

    /**
     * @param regulations that it leads to; the links are ours, except the one to regulation 20
     * @param asked the questions of the catalogue that stand under it
     */
    public record Heading(
            String id,
            KeyQuestion keyQuestion,
            String name,
            Confidence confidence,
            List<Regulation> regulations,
            List<Asked> asked) {}

    public record Asked(String resource, String anchor, String permalink, String text, List<Audience> audiences) {}

    @GET
    @Operation(
            summary = "Frameworks of assessment, with what the catalogue asks under each heading",
            description =
                    "From a heading to its key question, to the regulations it leads to and to the questions of"
                            + " every resource that stand under it. The links to regulations are ours, except that to regulation 20.")
    public Page<FrameworkView> frameworks() {
        return new Page<>(catalogue.frameworks().stream().map(this::view).toList(), null);
    }

    private FrameworkView view(Framework framework) {
        return new FrameworkView(
                framework.id(),
                framework.title(),
                framework.validFrom(),
                framework.validTo(),
                framework.source(),
                framework.note(),
                framework.criteria().stream().map(this::heading).toList());
    }

    private Heading heading(Criterion criterion) {
        return new Heading(
                criterion.id(),
                criterion.keyQuestion(),
                criterion.name(),
                criterion.confidence(),
                catalogue.regulations().stream()
                        .filter(regulation -> criterion.regulations().contains(regulation.number()))
                        .toList(),
                catalogue.resources().stream()
                        .flatMap(resource -> resource.questions().stream()
                                .filter(question -> question.criteria().contains(criterion.id()))
                                .map(question -> asked(resource, question)))
                        .toList());
    }

    private static Asked asked(Resource resource, AssessedQuestion question) {
        return new Asked(
                resource.slug(),
                question.anchor(),
                Permalink.of(resource, question.anchor()),
                question.text(),
                question.audiences());
    }
}
