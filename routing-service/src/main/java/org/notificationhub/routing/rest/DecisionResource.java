package org.notificationhub.routing.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.notificationhub.events.Decision;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.decision.Case;
import org.notificationhub.routing.decision.DecideDuties;
import org.notificationhub.routing.decision.EventFacts;
import org.notificationhub.routing.register.ProviderRegister;
import org.notificationhub.routing.rule.LegalDay;
import org.notificationhub.routing.rule.Vocabulary;

/** Who would have to be told. Leaves no trace. */
@Path("/v1/decisions")
@Blocking
public class DecisionResource {

    private static final String EXAMPLE = """
            {"type": "DEATH_OF_SERVICE_USER", "provider": {"id": "RJ1"}, "on": "2024-03-01",
             "awareAt": "2024-03-01T10:00:00Z", "facts": {"naturalCourse": false}}""";

    private final Vocabulary vocabulary;
    private final ProviderRegister register;
    private final EventFacts eventFacts;
    private final DecideDuties decideDuties;
    private final Clock clock;

    DecisionResource(
            Vocabulary vocabulary,
            ProviderRegister register,
            EventFacts eventFacts,
            DecideDuties decideDuties,
            Clock clock) {
        this.vocabulary = vocabulary;
        this.register = register;
        this.eventFacts = eventFacts;
        this.decideDuties = decideDuties;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @Operation(
            summary = "Decide without doing anything",
            description = "Applies the law of the given day. A fact that the law turns on and that is missing makes"
                    + " a HOLD whose reason asks for it.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "One duty for each authority, CQC first, with the law behind it")
    @APIResponse(responseCode = "400", description = "The question cannot be read, or a member is missing or unknown")
    public Decision decide(DecisionRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var asked = request.checked(vocabulary, eventFacts);
        var provider = asked.provider();
        var aware = asked.awareAt() == null ? clock.instant() : asked.awareAt();
        var on = asked.on() == null ? LegalDay.of(aware) : asked.on();
        return decideDuties.decide(new Case(
                asked.type(),
                register.classify(provider.id(), asked.declared(vocabulary), on),
                on,
                eventFacts.of(asked.facts(), provider.country(), null, asked.awareAt())));
    }
}
