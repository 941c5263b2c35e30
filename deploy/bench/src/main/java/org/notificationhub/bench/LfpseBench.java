package org.notificationhub.bench;

import org.notificationhub.bench.Comparison.Rate;
import org.openjdk.jmh.runner.RunnerException;

/** {@code ./hub bench lfpse}: validations a second of a typical Incident, beside the library's own strict parse of its text. */
public final class LfpseBench {

    private LfpseBench() {}

    /** @param arguments the number of rounds, and the seconds each takes */
    public static void main(String[] arguments) throws RunnerException {
        var validations = new Rate("validate", "validations");
        var parses = new Rate("parse", "strict parses by HAPI FHIR");
        new Comparison(LfpseBenchmark.class, validations, parses).run(new TypicalIncident().toString(), arguments);
    }
}
