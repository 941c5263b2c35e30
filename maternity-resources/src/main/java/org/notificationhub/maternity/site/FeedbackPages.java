package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.feedback.AnswerLimit;
import org.notificationhub.maternity.feedback.FeedbackDraft;
import org.notificationhub.maternity.feedback.GiveFeedback;
import org.notificationhub.maternity.feedback.Intention;
import org.notificationhub.maternity.feedback.Respondent;
import org.notificationhub.maternity.feedback.Useful;

/** The survey as a form. A resource's page and its pop-up send the first question alone. */
@Path("/resources/{slug}/feedback")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class FeedbackPages {

    private final ResourceCatalogue catalogue;
    private final AnswerLimit limit;
    private final GiveFeedback giveFeedback;

    FeedbackPages(ResourceCatalogue catalogue, AnswerLimit limit, GiveFeedback giveFeedback) {
        this.catalogue = catalogue;
        this.limit = limit;
        this.giveFeedback = giveFeedback;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> form(@RestPath String slug) {
        return catalogue
                .resource(slug)
                .map(resource -> RestResponse.<TemplateInstance>ok(
                        form(resource, new FeedbackDraft(slug, null, null, null, null, ""), List.of())))
                .orElseGet(Site::missing);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> give(
            @RestPath String slug,
            @RestForm String version,
            @RestForm String useful,
            @RestForm String audience,
            @RestForm String intention,
            @RestForm String comment,
            @Context HttpServerRequest http) {
        var resource = catalogue.resource(slug).orElse(null);
        if (resource == null) {
            return Site.missing();
        }
        var draft = new FeedbackDraft(slug, version, useful, audience, intention, comment == null ? "" : comment);
        try {
            limit.take(http.remoteAddress().hostAddress());
            giveFeedback.give(draft, null);
            return RestResponse.seeOther(URI.create("/resources/" + slug + "/feedback/thanks"));
        } catch (Refusal e) {
            return refused(resource, draft, e);
        }
    }

    @GET
    @Path("/thanks")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> thanks(@RestPath String slug) {
        return catalogue
                .resource(slug)
                .map(resource -> RestResponse.<TemplateInstance>ok(new thanks(resource)))
                .orElseGet(Site::missing);
    }

    private static RestResponse<TemplateInstance> refused(Resource resource, FeedbackDraft draft, Refusal refusal) {
        var mistakes = refusal.kind() == ProblemKind.TOO_MANY
                ? List.of(new Mistake(
                        "send", "Too many answers have come from your network. Wait a minute and send it again"))
                : refusal.faults().stream()
                        .map(FeedbackPages::mistake)
                        .distinct()
                        .toList();
        var answer = RestResponse.ResponseBuilder.<TemplateInstance>create(
                        refusal.kind().status())
                .entity(form(resource, draft, mistakes));
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    private static Mistake mistake(Fault fault) {
        return switch (fault.pointer()) {
            case "/useful" -> new Mistake("useful", "Say whether this was useful");
            case "/audience" -> new Mistake("audience", "Choose your role from the list");
            case "/intention" -> new Mistake("intention", "Choose what you will do from the list");
            case "/comment" -> new Mistake("comment", ofComment(fault.code()));
            default -> new Mistake("send", "This form is out of date. Open it again from the resource");
        };
    }

    private static String ofComment(String code) {
        return switch (code) {
            case "TOO_LONG" -> "What is missing or wrong must be 1,200 characters or fewer";
            case "NHS_NUMBER" -> "Take the NHS number out of what you wrote";
            case "PHONE_NUMBER" -> "Take the telephone number out of what you wrote";
            case "EMAIL_ADDRESS" -> "Take the e-mail address out of what you wrote";
            default -> "Take the date of birth out of what you wrote";
        };
    }

    private static form form(Resource resource, FeedbackDraft draft, List<Mistake> mistakes) {
        return new form(
                resource,
                draft,
                Choice.of(
                        Useful.values(),
                        Words::title,
                        Choice.read(Useful.values(), draft.useful()).orElse(null)),
                Choice.of(
                        Respondent.values(),
                        Words::title,
                        Choice.read(Respondent.values(), draft.audience()).orElse(null)),
                Choice.of(
                        Intention.values(),
                        Words::title,
                        Choice.read(Intention.values(), draft.intention()).orElse(null)),
                new Mistakes(mistakes));
    }

    /** Its name is the template's. */
    record form(
            Resource resource,
            FeedbackDraft draft,
            List<Choice> useful,
            List<Choice> audiences,
            List<Choice> intentions,
            Mistakes mistakes)
            implements TemplateInstance {}

    /** Its name is the template's. */
    record thanks(Resource resource) implements TemplateInstance {}

    record Mistake(String field, String text) {}

    record Mistakes(List<Mistake> all) {

        public String of(String field) {
            return all.stream()
                    .filter(each -> each.field().equals(field))
                    .map(Mistake::text)
                    .findFirst()
                    .orElse(null);
        }
    }
}
