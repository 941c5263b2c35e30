package org.notificationhub.bench;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.notificationhub.lfpse.Fault;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Everything that is wrong with a resource, beside the parse alone, which knows no rule of LfPSE's. */
@State(Scope.Thread)
public class LfpseBenchmark {

    private final FhirContext fhir = FhirContext.forR4();
    private final TypicalIncident incident = new TypicalIncident();

    @Benchmark
    public List<Fault> validate() {
        return incident.validate();
    }

    @Benchmark
    public AdverseEvent parse() {
        return fhir.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(AdverseEvent.class, incident.text());
    }
}
