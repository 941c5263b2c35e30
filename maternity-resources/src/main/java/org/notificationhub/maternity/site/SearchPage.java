package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.KeyQuestion;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.Theme;
import org.notificationhub.maternity.finding.FindResources;
import org.notificationhub.maternity.finding.Findings;
import org.notificationhub.maternity.finding.Found;
import org.notificationhub.maternity.finding.Wanted;

/** Finding resources by words and by what they are about. */
@Path("/search")
@PermitAll
public class SearchPage {

    private static final int LONGEST_QUERY = 200;
    private static final int SHOWN = 20;

    private final ResourceCatalogue catalogue;
    private final FindResources findResources;

    SearchPage(ResourceCatalogue catalogue, FindResources findResources) {
        this.catalogue = catalogue;
        this.findResources = findResources;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> page(
            @RestQuery String q, @RestQuery String theme, @RestQuery String audience, @RestQuery String keyQuestion) {
        var words = q == null ? "" : q.replace('\0', ' ').strip();
        var wanted = new Wanted(
                catalogue.theme(String.valueOf(theme)).map(Theme::slug).orElse(null),
                Choice.read(Audience.values(), audience).orElse(null),
                Choice.read(KeyQuestion.values(), keyQuestion).orElse(null),
                words,
                null);
        if (words.length() > LONGEST_QUERY) {
            return RestResponse.status(
                    RestResponse.Status.BAD_REQUEST,
                    new search(form(wanted, "Search for 200 characters or fewer"), null));
        }
        return RestResponse.ok(new search(form(wanted, null), result(wanted)));
    }

    private Result result(Wanted wanted) {
        var findings = findResources.find(wanted);
        var first = findings.all().stream().limit(SHOWN).toList();
        var shown = findResources.shown(first, findings.asked(), wanted);
        return new Result(findings, shown, wanted.words());
    }

    private Form form(Wanted wanted, String mistake) {
        return new Form(
                wanted.words(),
                catalogue.themes().stream()
                        .map(theme -> new Choice(
                                theme.slug(), theme.title(), theme.slug().equals(wanted.theme())))
                        .toList(),
                Choice.of(Audience.values(), Words::title, wanted.audience()),
                Choice.of(KeyQuestion.values(), Words::title, wanted.keyQuestion()),
                mistake);
    }

    /** Its name is the template's. {@code result} is null where the form needs attention. */
    record search(Form form, Result result) implements TemplateInstance {}

    /** What was asked. */
    record Form(String words, List<Choice> themes, List<Choice> audiences, List<Choice> keyQuestions, String mistake) {

        public boolean isNarrowed() {
            return Stream.of(themes, audiences, keyQuestions)
                    .flatMap(List::stream)
                    .anyMatch(Choice::chosen);
        }
    }

    /** @param words as they were given */
    record Result(Findings findings, List<Found> shown, String words) {

        public String heading() {
            var total = findings.all().size();
            var counted = total == 0 ? "No resources" : total == 1 ? "1 resource" : total + " resources";
            return findings.byWords() ? counted + " for “" + sought() + "”" : counted;
        }

        public String sought() {
            return findings.asked().spelt() == null ? words : findings.asked().spelt();
        }

        public boolean isMore() {
            return findings.all().size() > shown.size();
        }
    }
}
