package org.notificationhub.bench;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is measured beside something plain, in the same run, on one core. Results to standard output, progress to standard error. */
record Comparison(Class<?> benchmark, Rate measured, Rate plain) {

    /** @param method of the benchmark */
    record Rate(String method, String label) {}

    /** @param arguments the number of rounds, and the seconds each takes */
    void run(String what, String[] arguments) throws RunnerException {
        var options = options(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        var progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        print(what, new Runner(options, progress).run());
    }

    /** A round is a JVM of its own, because one may compile the same code less well than the next. */
    private Options options(int rounds, int seconds) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .mode(Mode.Throughput)
                .threads(1)
                .forks(rounds)
                // Nothing from the JVM that starts these, which may have been told to compile little.
                .jvmArgs("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC")
                .warmupIterations(1)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(1)
                .measurementTime(TimeValue.seconds(seconds))
                .shouldFailOnError(true)
                .build();
    }

    private void print(String what, Collection<RunResult> results) {
        var measurements = rates(results, measured);
        var baselines = rates(results, plain);
        System.out.printf("%n1 thread, JDK %s, %s%n", Runtime.version(), what);
        System.out.printf("  %-28s %14s%n", "", "a second");
        for (var round = 0; round < measurements.size(); round++) {
            System.out.printf("  %-28s %,14.0f%n", measured.label, measurements.get(round));
            System.out.printf("  %-28s %,14.0f%n", plain.label, baselines.get(round));
        }
        System.out.printf("  ratio of rates (median of rounds) %.3f%n", medianRatio(measurements, baselines));
    }

    /** Of each round. */
    private static List<Double> rates(Collection<RunResult> results, Rate rate) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(rate.method))
                .flatMap(result -> result.getBenchmarkResults().stream())
                .map(round -> round.getPrimaryResult().getScore())
                .toList();
    }

    private static double medianRatio(List<Double> measured, List<Double> baseline) {
        var ratios = IntStream.range(0, measured.size())
                .mapToDouble(round -> measured.get(round) / baseline.get(round))
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }
}
