package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The service reads exposures from the topic into empty tables, beside the same service and consumer whose effect is nothing:
 * it reads and marks as many notifications of a type that it does not count. In turn, each in a JVM that has just started.
 */
record RebuildBench(Path project, int rounds, int events) {

    private static final int PORT_OFFSET = 2000;
    private static final double TARGET = 1 / 3.0;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int MILLIS_BETWEEN_LOOKS = 200;
    private static final String COUNTED = "IRMER_SAUE";
    private static final String NOT_COUNTED = "SERIOUS_INJURY";

    private record Round(double plain, double service) {
        double ratio() {
            return service / plain;
        }
    }

    void run() throws Exception {
        var directory = Files.createTempDirectory("hub-bench");
        var ports = PortPlan.free(PORT_OFFSET);
        try (var hub = new LocalHub(new HubHome(project, directory), ports, false, Map.of(), step -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close));
            hub.start(List.of(Part.ANALYTICS));
            hub.running(Part.ANALYTICS).stop();
            var broker = "localhost:" + ports.of(Part.BROKER);
            print(IntStream.range(0, rounds)
                    .mapToObj(round -> measured(hub, broker, round))
                    .toList());
        } finally {
            HubHome.delete(directory);
        }
    }

    private Round measured(LocalHub hub, String broker, int number) {
        try {
            Terminal.say("Round %d of %d".formatted(number + 1, rounds));
            return new Round(read(hub, broker, NOT_COUNTED), read(hub, broker, COUNTED));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Events a second. */
    private double read(LocalHub hub, String broker, String type)
            throws IOException, SQLException, InterruptedException {
        bench("ExposureEvents", broker, Integer.toString(events), type);
        try (var database = DriverManager.getConnection(hub.databaseUrl("irmer"), "irmer_owner", "");
                var statement = database.createStatement()) {
            statement.execute("truncate exposure, counted, classification, tally, cell, inbox");
            hub.start(Part.ANALYTICS);
            try (var marked = database.prepareStatement("select count(*)::int from inbox")) {
                return rate(marked);
            } finally {
                hub.running(Part.ANALYTICS).stop();
            }
        }
    }

    private double rate(PreparedStatement marked) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var began = 0L;
        var before = 0;
        for (var now = 0; now < events; ) {
            if (System.nanoTime() > deadline) {
                throw new HubFailed(
                        "Analytics has read %,d of %,d after %d min".formatted(now, events, PATIENCE.toMinutes()));
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
            try (var row = marked.executeQuery()) {
                row.next();
                now = row.getInt(1);
            }
            if (began == 0 && now > 0) {
                began = System.nanoTime();
                before = now;
            }
        }
        return (events - before) * 1e9 / (System.nanoTime() - began);
    }

    private void bench(String program, String... arguments) throws IOException, InterruptedException {
        var command = CodeBench.command(project, "org.notificationhub.bench." + program, arguments);
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new HubFailed(program + " failed");
        }
    }

    private void print(List<Round> measured) {
        System.out.printf("%nReading %,d exposures from the topic into empty tables%n", events);
        System.out.printf("  %-42s %12s%n", "", "a second");
        for (var round : measured) {
            System.out.printf("  %-42s %,12.0f%n", "irmer-analytics", round.service);
            System.out.printf("  %-42s %,12.0f%n", "the same consumer without an effect", round.plain);
        }
        var ratios = measured.stream().mapToDouble(Round::ratio).sorted().toArray();
        System.out.printf(
                "  ratio of rates (median of rounds) %.2f (target at least %.2f)%n", ratios[ratios.length / 2], TARGET);
    }
}
