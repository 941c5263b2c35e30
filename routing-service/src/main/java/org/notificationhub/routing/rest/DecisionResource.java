package org.notificationhub.routing.rest;

import io.smallrye.common.annotation.NonBlocking;
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
import org.notificationhub.routing.decision.DecideDuties;
import org.notificationhub.routing.decision.ProviderRegister;
import org.notificationhub.routing.decision.ProviderRegister.Basis;
import org.notificationhub.routing.decision.ProviderRegister.ClassifiedProvider;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.rule.ProviderClass;

/** Who would have to be told. Leaves no trace. */
@Path("/v1/decisions")
public class DecisionResource {

    private static final String EXAMPLE = """
            {"type": "SERIOUS_INJURY", "provider": {"id": "RJ1"}, "on": "2024-03-01"}""";

    private final RuleBook ruleBook;
    private final ProviderRegister register;
    private final DecideDuties decideDuties;
    private final Clock clock;

    DecisionResource(RuleBook ruleBook, ProviderRegister register, DecideDuties decideDuties, Clock clock) {
        this.ruleBook = ruleBook;
        this.register = register;
        this.decideDuties = decideDuties;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @NonBlocking
    @Operation(summary = "Decide without doing anything", description = "Applies the rule book of the given day.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "One duty for each authority, CQC first, with the law behind it")
    @APIResponse(responseCode = "400", description = "The question cannot be read, or a member is missing or unknown")
    public Decision decide(DecisionRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var question = request.checked(ruleBook.rules().types());
        return decideDuties.decide(question.type(), provider(question.provider()), question.day(clock));
    }

    private ClassifiedProvider provider(DecisionRequest.Provider provider) {
        return provider.id() == null
                ? new ClassifiedProvider(null, ProviderClass.valueOf(provider.providerClass()), Basis.DECLARED)
                : register.classify(provider.id());
    }
}
