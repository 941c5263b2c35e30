package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.notificationhub.maternity.catalogue.AssessedQuestion;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Confidence;
import org.notificationhub.maternity.catalogue.ContextLine;
import org.notificationhub.maternity.catalogue.ExcellenceExample;
import org.notificationhub.maternity.catalogue.GoodPractice;
import org.notificationhub.maternity.catalogue.KeyQuestion;
import org.notificationhub.maternity.catalogue.Reference;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/**
 * A resource with everything it rests on.
 *
 * @param notice whose words these are, and what they are not
 * @param original the regulator's own page on the theme
 * @param assessed what is asked, by staff group; a question put to several groups stands under each
 * @param examplesNote said where there is no example
 * @param references everything cited, by id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceView(
        String id,
        String slug,
        String theme,
        String title,
        String summary,
        List<Audience> audiences,
        List<String> topics,
        List<String> alsoKnownAs,
        int version,
        LocalDate publishedAt,
        LocalDate lastReviewedAt,
        LocalDate reviewDue,
        String changeNote,
        List<ContextLine> context,
        List<GoodPractice> goodPractice,
        List<AskedOf> assessed,
        List<ExcellenceExample> examples,
        String examplesNote,
        List<Reference> references,
        String original,
        String notice,
        String self) {

    private static final String NO_EXAMPLE =
            "None yet. An example needs a public source that says what was done and when.";

    /** What one staff group may be asked. */
    public record AskedOf(Audience audience, List<Question> questions) {}

    /**
     * @param permalink of this one line; it stays when the text is revised
     * @param evidence what would answer it
     * @param references ids of where something like it was read to be asked
     * @param confidence of a question that was read nowhere: it is ours
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            String anchor,
            String permalink,
            String text,
            List<Heading> criteria,
            List<String> evidence,
            List<String> references,
            Confidence confidence) {}

    /** @param framework id of the framework in whose words the criterion is named */
    public record Heading(
            String id, String framework, KeyQuestion keyQuestion, String name, List<Integer> regulations) {}

    static ResourceView of(Resource resource, ResourceCatalogue catalogue) {
        return of(resource, "/v1/resources/" + resource.slug(), catalogue);
    }

    static ResourceView ofVersion(Resource version, ResourceCatalogue catalogue) {
        return of(version, VersionView.address(version), catalogue);
    }

    private static ResourceView of(Resource resource, String self, ResourceCatalogue catalogue) {
        return new ResourceView(
                resource.id(),
                resource.slug(),
                resource.theme(),
                resource.title(),
                resource.summary(),
                resource.audiences(),
                resource.topics(),
                resource.alsoKnownAs(),
                resource.version(),
                resource.publishedAt(),
                resource.lastReviewedAt(),
                resource.reviewDue(),
                resource.changeNote(),
                resource.context(),
                resource.goodPractice(),
                resource.audiences().stream()
                        .map(audience -> askedOf(audience, resource, catalogue))
                        .toList(),
                resource.examples(),
                resource.examples().isEmpty() ? NO_EXAMPLE : null,
                resource.references().stream().map(catalogue::reference).toList(),
                catalogue.theme(resource.theme()).orElseThrow().original(),
                catalogue.notice(),
                self);
    }

    private static AskedOf askedOf(Audience audience, Resource resource, ResourceCatalogue catalogue) {
        return new AskedOf(
                audience,
                resource.questions().stream()
                        .filter(question -> question.audiences().contains(audience))
                        .map(question -> question(resource, question, catalogue))
                        .toList());
    }

    private static Question question(Resource resource, AssessedQuestion question, ResourceCatalogue catalogue) {
        return new Question(
                question.anchor(),
                Permalink.of(resource, question.anchor()),
                question.text(),
                question.criteria().stream().map(id -> heading(id, catalogue)).toList(),
                question.evidence(),
                question.references(),
                question.confidence());
    }

    private static Heading heading(String id, ResourceCatalogue catalogue) {
        var assessed = catalogue.criterion(id);
        var criterion = assessed.criterion();
        return new Heading(
                id, assessed.framework().id(), criterion.keyQuestion(), criterion.name(), criterion.regulations());
    }
}
