package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.local.Load.Result;

/** {@code ./hub bench intake}: durable 202s beside plain one-row commits, on the same server in the same run. */
record IntakeBench(Path project, int rounds, Duration round) {

    private static final int CLIENTS = 64;
    private static final int PORT_OFFSET = 2000;

    void run() throws Exception {
        var directory = Files.createTempDirectory("hub-bench");
        var home = new HubHome(project, directory);
        Terminal.say("A throw-away hub of intake, PostgreSQL (fsync on) and Kafka, in " + directory);
        try (var local = new LocalHub(home, PortPlan.free(PORT_OFFSET), false, step -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(local::close));
            local.start(List.of(Part.INTAKE));
            var intake = new IntakeLoad(local);
            var commits = new CommitLoad(local.databaseUrl("intake"), intake.bodySize());
            Terminal.say("Warming up");
            Load.run(intake, CLIENTS, round);
            Load.run(commits, CLIENTS, round.dividedBy(2));
            print("%d clients".formatted(CLIENTS), measure(intake, commits, CLIENTS));
            print("1 client", measure(intake, commits, 1));
        } finally {
            HubHome.delete(directory);
        }
    }

    private List<Pair> measure(IntakeLoad intake, CommitLoad commits, int clients)
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
