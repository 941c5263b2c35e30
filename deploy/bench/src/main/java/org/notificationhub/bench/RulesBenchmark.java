package org.notificationhub.bench;

import java.util.List;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingRule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Deciding, beside finding the same rows in a plain map. The table is read once. */
@State(Scope.Thread)
public class RulesBenchmark {

    /** A power of two, for the sake of a cheap step to the next one. */
    static final int QUESTIONS = 1 << 14;

    private RuleQuestions questions;
    private int number;

    @Setup
    public void readTable() {
        questions = new RuleQuestions(QUESTIONS);
    }

    @Benchmark
    public RoutingDecision decide() {
        return questions.decide(next());
    }

    @Benchmark
    public List<RoutingRule> lookUp() {
        return questions.lookUp(next());
    }

    private int next() {
        number = (number + 1) & (QUESTIONS - 1);
        return number;
    }
}
