package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.notificationhub.local.Load.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./hub bench intake}: durable 202s beside plain one-row commits, on the same server in the same run. */
@Command(
        name = "bench",
        description = "Measure intake: durable 202s beside plain one-row commits. Prints ratios, judges nothing.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final int CLIENTS = 64;
    private static final int PORT_OFFSET = 2000;

    @ParentCommand
    private HubCommand hub;

    @Parameters(paramLabel = "WHAT", description = "intake")
    private What what;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds of each (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "6", description = "Length of a round (${DEFAULT-VALUE}).")
    private int seconds;

    enum What {
        intake
    }

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("hub-bench");
        var home = new HubHome(hub.home(null).project(), directory);
        Terminal.say("A throw-away hub of intake, PostgreSQL (fsync on) and Kafka, in " + directory);
        try (var local = new LocalHub(home, PortPlan.free(PORT_OFFSET), false, step -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(local::close));
            local.start(List.of(Part.INTAKE));
            var round = Duration.ofSeconds(seconds);
            var intake = new IntakeLoad(local);
            var commits = new CommitLoad(local.databaseUrl("intake"), intake.bodySize());
            Terminal.say("Warming up");
            Load.run(intake, CLIENTS, round);
            Load.run(commits, CLIENTS, round.dividedBy(2));
            print("%d clients".formatted(CLIENTS), measure(intake, commits, CLIENTS, round));
            print("1 client", measure(intake, commits, 1, round));
        } finally {
            HubHome.delete(directory);
        }
        return HubCommand.DONE;
    }

    private List<Pair> measure(IntakeLoad intake, CommitLoad commits, int clients, Duration round)
            throws IOException, InterruptedException {
        var pairs = new ArrayList<Pair>();
        for (var n = 1; n <= rounds; n++) {
            Terminal.say("%d client(s), round %d of %d".formatted(clients, n, rounds));
            pairs.add(new Pair(Load.run(intake, clients, round), Load.run(commits, clients, round)));
        }
        return pairs;
    }

    private static void print(String title, List<Pair> pairs) {
        System.out.printf("%n%s%n", title);
        System.out.printf("  %-28s %10s %12s%n", "", "a second", "median ms");
        for (var pair : pairs) {
            System.out.printf(
                    "  %-28s %10.0f %12.2f%n", "durable 202s", pair.intake.rate(), pair.intake.medianMillis());
            System.out.printf(
                    "  %-28s %10.0f %12.2f%n", "one-row commits", pair.commits.rate(), pair.commits.medianMillis());
        }
        System.out.printf(
                "  ratio of rates (median of rounds) %.2f, of median latencies %.2f%n",
                median(pairs.stream()
                        .mapToDouble(p -> p.intake.rate() / p.commits.rate())
                        .sorted()
                        .toArray()),
                median(pairs.stream()
                        .mapToDouble(p -> p.intake.medianMillis() / p.commits.medianMillis())
                        .sorted()
                        .toArray()));
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private record Pair(Result intake, Result commits) {}
}
