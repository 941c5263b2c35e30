package org.notificationhub.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same questions to two hubs with the same cells, one of a thousand events and one of many, in turn. A question whose
 * cost grows with the number of events shows in the ratio.
 */
record FiguresBench(Path project, int rounds, int events) {

    private static final int FEW = 1_000;
    private static final int WARM_UP = 150;
    private static final int TIMES = 300;
    private static final double TARGET = 1.3;
    private static final long BYTES_AN_EVENT = 1_000;
    private static final int PORT_OFFSET = 2000;

    private static final String YEAR = "/v1/irmer/years/2023-24";
    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    /** A page of ten, which a thousand events fill too. */
    static {
        QUESTIONS.put("the year", YEAR);
        QUESTIONS.put("errors by tier", YEAR + "/errors");
        QUESTIONS.put("sub-modalities", YEAR + "/sub-modalities");
        QUESTIONS.put("codes", YEAR + "/codes");
        QUESTIONS.put("factors", YEAR + "/factors");
        QUESTIONS.put("timeliness", YEAR + "/timeliness");
        QUESTIONS.put("providers", YEAR + "/providers");
        QUESTIONS.put("trend", "/v1/irmer/trend");
        QUESTIONS.put("events of a modality", "/v1/irmer/events?year=2023-24&modality=RADIOTHERAPY&limit=10");
        QUESTIONS.put(
                "events of a tier",
                "/v1/irmer/events?year=2023-24&modality=RADIOTHERAPY&tier1=REFERRER&tier2=INCORRECT_REFERRAL&tier3=WRONG_TIMING&limit=10");
    }

    void run() throws Exception {
        var directory = Files.createTempDirectory("hub-bench");
        refuseWithoutRoom(directory);
        try (var few = hub(directory.resolve("few"), 0);
                var many = hub(directory.resolve("many"), 1)) {
            Runtime.getRuntime().addShutdownHook(new Thread(few::close));
            Runtime.getRuntime().addShutdownHook(new Thread(many::close));
            fill(few, FEW);
            fill(many, events);
            compare(new Asked(few), new Asked(many));
        } finally {
            HubHome.delete(directory);
        }
    }

    private void refuseWithoutRoom(Path directory) throws IOException {
        var wanted = events * BYTES_AN_EVENT;
        var free = Files.getFileStore(directory).getUsableSpace();
        if (free < wanted) {
            throw new HubFailed("%,d events need about %,d MB in %s, where %,d MB are free. Take fewer with --events"
                    .formatted(events, wanted >> 20, directory, free >> 20));
        }
    }

    private LocalHub hub(Path directory, int number) throws IOException {
        var hub = new LocalHub(
                new HubHome(project, directory), PortPlan.free(PORT_OFFSET + number * 3000), false, step -> {});
        hub.start(List.of(Part.ANALYTICS));
        return hub;
    }

    private static void fill(LocalHub hub, int events) throws Exception {
        Terminal.say("Putting %,d events and their counts into the tables".formatted(events));
        new CountedEvents(hub.databaseUrl("irmer"), events).fill();
    }

    private void compare(Asked few, Asked many) throws IOException, InterruptedException {
        System.out.printf("%nAnswers in ms, 95th percentile of %d, median of %d rounds%n", TIMES, rounds);
        System.out.printf("  %-24s %14s %14s %8s%n", "", "%,d events".formatted(FEW), "%,d".formatted(events), "ratio");
        var worst = 0.0;
        for (var question : QUESTIONS.entrySet()) {
            Terminal.say("Asking for " + question.getKey());
            var ratio = compare(question.getKey(), question.getValue(), few, many);
            worst = Math.max(worst, ratio);
        }
        System.out.printf("  highest ratio %.2f (target at most %.1f)%n", worst, TARGET);
    }

    private double compare(String name, String path, Asked few, Asked many) throws IOException, InterruptedException {
        for (var n = 0; n < WARM_UP; n++) {
            few.ask(path);
            many.ask(path);
        }
        var pairs = new ArrayList<double[]>();
        for (var round = 0; round < rounds; round++) {
            var ofFew = new long[TIMES];
            var ofMany = new long[TIMES];
            for (var n = 0; n < TIMES; n += 2) {
                ofFew[n] = few.ask(path);
                ofMany[n] = many.ask(path);
                ofMany[n + 1] = many.ask(path);
                ofFew[n + 1] = few.ask(path);
            }
            pairs.add(new double[] {percentile(ofFew), percentile(ofMany)});
        }
        pairs.sort((one, other) -> Double.compare(one[1] / one[0], other[1] / other[0]));
        var median = pairs.get(pairs.size() / 2);
        System.out.printf("  %-24s %14.2f %14.2f %8.2f%n", name, median[0], median[1], median[1] / median[0]);
        return median[1] / median[0];
    }

    private static double percentile(long[] nanoseconds) {
        Arrays.sort(nanoseconds);
        return nanoseconds[nanoseconds.length * 95 / 100] / 1e6;
    }

    private static final class Asked {

        private final HttpClient http = HttpClient.newHttpClient();
        private final String url;
        private final String token;

        Asked(LocalHub hub) throws IOException {
            this.url = hub.url(Part.ANALYTICS);
            this.token = hub.token("analytics:read", Duration.ofHours(2), List.of("*"));
        }

        /** How many nanoseconds the answer took. */
        long ask(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var began = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            var took = System.nanoTime() - began;
            if (answer.statusCode() != 200) {
                throw new HubFailed("%s answered %d".formatted(path, answer.statusCode()));
            }
            return took;
        }
    }
}
