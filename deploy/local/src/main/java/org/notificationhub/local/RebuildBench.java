package org.notificationhub.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.notificationhub.platform.Databases;

/**
 * The service reads a topic of exposures into empty tables, beside the same consumer whose effect is nothing: it too reads
 * each event and marks it in an inbox. Each in a JVM that has just started, in turn, on the same broker and database server.
 */
record RebuildBench(Path project, int rounds, int events) {

    private static final int PORT_OFFSET = 2000;
    private static final double TARGET = 1 / 3.0;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int MILLIS_BETWEEN_LOOKS = 100;
    private static final String GROUP = "MP_MESSAGING_INCOMING_NOTIFICATIONS_GROUP_ID";

    private record Round(double service, double plain) {
        double ratio() {
            return service / plain;
        }
    }

    void run() throws Exception {
        var directory = Files.createTempDirectory("hub-bench");
        var ports = PortPlan.free(PORT_OFFSET);
        var settings = new HashMap<String, String>();
        try (var hub = new LocalHub(new HubHome(project, directory), ports, false, settings, step -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close));
            hub.start(List.of(Part.ANALYTICS));
            hub.running(Part.ANALYTICS).stop();
            var broker = "localhost:" + ports.of(Part.BROKER);
            Terminal.say("Putting %,d exposures on the topic".formatted(events));
            bench("ExposureEvents", broker, Integer.toString(events));
            createPlain(hub, ports);
            print(IntStream.range(0, rounds)
                    .mapToObj(round -> measured(hub, settings, broker, round))
                    .toList());
        } finally {
            HubHome.delete(directory);
        }
    }

    private Round measured(LocalHub hub, Map<String, String> settings, String broker, int number) {
        try {
            Terminal.say("Round %d of %d".formatted(number + 1, rounds));
            settings.put(GROUP, "bench-" + number);
            return new Round(service(hub), plain(hub, broker));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Events a second. */
    private double service(LocalHub hub) throws IOException, SQLException, InterruptedException {
        try (var database = DriverManager.getConnection(hub.databaseUrl("irmer"), "irmer_owner", "");
                var statement = database.createStatement()) {
            statement.execute("truncate exposure, counted, classification, tally, cell, inbox");
            hub.start(Part.ANALYTICS);
            try (var counted = database.prepareStatement(
                    "select coalesce(sum(total), 0)::int from cell where dimension = 'COUNTED'")) {
                var deadline = System.nanoTime() + PATIENCE.toNanos();
                var began = 0L;
                var before = 0;
                for (var now = 0; now < events; ) {
                    if (System.nanoTime() > deadline) {
                        throw new HubFailed("Analytics has counted %,d of %,d after %d min"
                                .formatted(now, events, PATIENCE.toMinutes()));
                    }
                    Thread.sleep(MILLIS_BETWEEN_LOOKS);
                    try (var row = counted.executeQuery()) {
                        row.next();
                        now = row.getInt(1);
                    }
                    if (began == 0 && now > 0) {
                        began = System.nanoTime();
                        before = now;
                    }
                }
                return (events - before) * 1e9 / (System.nanoTime() - began);
            } finally {
                hub.running(Part.ANALYTICS).stop();
            }
        }
    }

    private double plain(LocalHub hub, String broker) throws IOException, SQLException, InterruptedException {
        var url = hub.databaseUrl("plain") + "?user=plain_owner";
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement()) {
            statement.execute("truncate inbox");
        }
        return events * 1000.0 / Long.parseLong(bench("PlainConsumer", broker, url, Integer.toString(events)));
    }

    /** An inbox as services have it. */
    private static void createPlain(LocalHub hub, PortPlan ports) throws SQLException {
        new Databases(ports.of(Part.POSTGRES)).create("plain", "plain");
        try (var database = DriverManager.getConnection(hub.databaseUrl("plain"), "plain_owner", "");
                var statement = database.createStatement()) {
            statement.execute("""
                    create table inbox (consumer text not null, event_id uuid not null,
                                        received_at timestamptz not null default now(), primary key (consumer, event_id))""");
        }
    }

    /** What a program of {@code deploy/bench} prints. */
    private String bench(String program, String... arguments) throws IOException, InterruptedException {
        var command = CodeBench.command(project, "org.notificationhub.bench." + program, arguments);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new HubFailed(program + " failed");
        }
        return printed.strip();
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
