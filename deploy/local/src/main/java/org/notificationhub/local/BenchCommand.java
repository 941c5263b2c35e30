package org.notificationhub.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./hub bench}. Each measurement stands beside a plain one of the same run, because machines differ. */
@Command(
        name = "bench",
        description = "Measure the hub beside something plain in the same run. Prints ratios, judges nothing.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @ParentCommand
    private HubCommand hub;

    @Parameters(
            paramLabel = "WHAT",
            description = {
                "intake: durable 202s beside one-row commits.",
                "rules: decisions on one core beside map look-ups.",
                "lfpse: validations on one core beside plain parses.",
                "analytics: figures of many events beside those of 1,000, and a rebuild beside the same consumer with nothing to count."
            })
    private What what;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds of each (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "6", description = "Length of a round (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--events",
            defaultValue = "10000000",
            description = "analytics: how many are many (${DEFAULT-VALUE}); about 1 GB of disk a million.")
    private int events;

    @Option(
            names = "--rebuild",
            paramLabel = "EVENTS",
            defaultValue = "200000",
            description = "analytics: how many are read from the topic (${DEFAULT-VALUE}).")
    private int rebuilt;

    enum What {
        intake,
        rules,
        lfpse,
        analytics
    }

    @Override
    public Integer call() throws Exception {
        var project = hub.home(null).project();
        return switch (what) {
            case intake -> {
                new IntakeBench(project, rounds, Duration.ofSeconds(seconds)).run();
                yield HubCommand.DONE;
            }
            case rules -> CodeBench.run(project, "org.notificationhub.bench.RulesBench", rounds, seconds);
            case lfpse -> CodeBench.run(project, "org.notificationhub.bench.LfpseBench", rounds, seconds);
            case analytics -> {
                new AnalyticsBench(
                                project,
                                rounds,
                                Math.max(1, events / CountedEvents.KINDS) * CountedEvents.KINDS,
                                rebuilt)
                        .run();
                yield HubCommand.DONE;
            }
        };
    }
}
