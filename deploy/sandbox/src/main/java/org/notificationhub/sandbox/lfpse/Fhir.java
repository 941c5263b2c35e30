package org.notificationhub.sandbox.lfpse;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** FHIR R4 in and out. A parser is made for each use, as the library asks; the context is made once. */
@Singleton
class Fhir {

    static final String MEDIA_TYPE = "application/fhir+json";

    private final FhirContext context = FhirContext.forR4();
    private final ExecutorService executor;

    Fhir(ExecutorService executor) {
        this.executor = executor;
    }

    /** @param event null where there is nothing an AdverseEvent could be read from */
    record Parsed(AdverseEvent event, List<Issue> issues) {}

    /** The first parse reads the model of every type it meets, which takes a second: so it happens at start. */
    void warmUp(@Observes StartupEvent started) {
        executor.execute(() -> parse(write(new AdverseEvent())));
    }

    Parsed parse(String json) {
        var faults = new FaultCollector();
        try {
            var event =
                    parser().setParserErrorHandler(faults).parseResource(AdverseEvent.class, json == null ? "" : json);
            return new Parsed(event, faults.issues());
        } catch (DataFormatException | ClassCastException e) {
            return new Parsed(
                    null, List.of(Issue.unreadable("AdverseEvent", "This is not an AdverseEvent in FHIR R4 JSON")));
        }
    }

    String write(IBaseResource resource) {
        return parser().encodeResourceToString(resource);
    }

    String write(List<Issue> issues) {
        var outcome = new OperationOutcome();
        for (var issue : issues) {
            var component = outcome.addIssue().setSeverity(IssueSeverity.ERROR);
            component.addExpression(issue.location());
            if (issue.isUnreadable()) {
                component.setCode(IssueType.STRUCTURE).setDiagnostics(issue.text());
            } else {
                component
                        .setCode(IssueType.BUSINESSRULE)
                        .getDetails()
                        .setText(issue.text())
                        .addCoding()
                        .setCode(issue.rule());
            }
        }
        return write(outcome);
    }

    private IParser parser() {
        return context.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    }
}
