package org.notificationhub.bench;

import org.notificationhub.bench.Comparison.Rate;
import org.openjdk.jmh.runner.RunnerException;

/** {@code ./hub bench rules}: decisions a second. */
public final class RulesBench {

    private RulesBench() {}

    /** @param arguments the number of rounds, and the seconds each takes */
    public static void main(String[] arguments) throws RunnerException {
        var decisions = new Rate("decide", "decisions");
        var lookUps = new Rate("lookUp", "HashMap look-ups");
        new Comparison(RulesBenchmark.class, decisions, lookUps)
                .run(new RuleQuestions(RulesBenchmark.QUESTIONS).toString(), arguments);
    }
}
