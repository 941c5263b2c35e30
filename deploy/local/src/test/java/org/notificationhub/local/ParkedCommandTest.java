package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParkedCommandTest {

    private static final String DELIVERY = """
            {"id":"%s","authority":"CQC","status":"%s","type":"SERIOUS_INJURY","providerId":"RJ1","attempts":12,\
            "createdAt":"2026-11-20T09:15:00.000Z","explanation":"%s"}""";

    private final StubService routing = new StubService();

    @AfterEach
    void close() {
        routing.close();
    }

    @Test
    void everyPageIsPrintedAsItComesAndThenWhatToDoNext() {
        routing.answers(
                "GET /v1/deliveries?limit=200&state=PARKED&destination=CQC",
                page("/v1/deliveries?cursor=2", delivery("a", "PARKED", "HTTP_503")));
        routing.answers("GET /v1/deliveries?cursor=2", page(null, delivery("b", "PARKED", "NO_ANSWER_IN_TIME")));

        var run = run("--destination", "CQC");

        assertThat(run.exit()).isEqualTo(HubCommand.DONE);
        assertThat(run.output().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("AGE") && line.endsWith("WHY"))
                .anyMatch(line -> line.contains("SERIOUS_INJURY") && line.endsWith("a" + " ".repeat(37) + "HTTP_503"));
        assertThat(run.messages())
                .contains(NextStep.WHEN_IT_IS_BACK.words(), NextStep.LOOK_THERE_FIRST.words())
                .doesNotContain(NextStep.MEND_THE_CONTENT.words());
    }

    @Test
    void asJsonEachDeliveryIsALine() {
        routing.answers(
                "GET /v1/deliveries?limit=200&state=REJECTED", page(null, delivery("a", "REJECTED", "HTTP_422")));

        var run = run("--state", "REJECTED", "--json");

        assertThat(run.output().strip()).isEqualTo(delivery("a", "REJECTED", "HTTP_422"));
        assertThat(run.messages()).isEmpty();
    }

    @Test
    void whereNothingHasStoppedItSaysSo() {
        routing.answers("GET /v1/deliveries?limit=200&state=PARKED", page(null));

        assertThat(run().messages()).contains("No delivery has stopped so.");
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "PARKED,   HTTP_503,                                      WHEN_IT_IS_BACK",
        "PARKED,   CONNECTION_REFUSED,                            WHEN_IT_IS_BACK",
        "PARKED,   CONNECTION_LOST,                               LOOK_THERE_FIRST",
        "PARKED,   No answer came within the time it may be held, LOOK_THERE_FIRST",
        "UNKNOWN,  NO_ANSWER_IN_TIME,                             LOOK_THERE_FIRST",
        "PARKED,   It could not be put together,                  ASK_WHO_RUNS_THE_HUB",
        "REJECTED, HTTP_422,                                      MEND_THE_CONTENT"
    })
    void whatToDoNextDependsOnWhatHappened(String status, String explanation, NextStep step) {
        assertThat(NextStep.of(Hub.json(delivery("a", status, explanation)))).isEqualTo(step);
    }

    private CommandLineRun run(String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("parked", "--url", routing.url(), "--token", "secret"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String delivery(String id, String status, String explanation) {
        return DELIVERY.formatted(id, status, explanation);
    }

    private static String page(String next, String... deliveries) {
        return "{\"items\":[%s],\"next\":%s}"
                .formatted(String.join(",", deliveries), next == null ? null : '"' + next + '"');
    }
}
