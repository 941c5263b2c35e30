package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayCommandTest {

    private static final String ID = "01933c1e-7b10-7aa1-8f00-0c1d2e3f4a5b";
    private static final String PREVIEW = """
            {"matched":3,"examined":3,"wouldBeReplayed":%d,"skipped":%s,"sample":[
             {"deliveryId":"d1","authority":"CQC","type":"SERIOUS_INJURY","stopped":"HTTP_503"},
             {"deliveryId":"d2","authority":"CQC","type":"SERIOUS_INJURY","skipped":"OVERTAKEN","detail":"A later one went."}]}""";
    private static final String REPLAY = """
            {"id":"r1","state":"%s","matched":3,"done":%d,"rescheduled":%d,"skipped":%s}""";

    private final StubService routing = new StubService();

    @AfterEach
    void close() {
        routing.close();
    }

    @Test
    void itSaysFirstWhatItWouldDoAndThenDoesItUntilTheEnd() {
        routing.answers("POST /v1/replays", PREVIEW.formatted(3, "{}"), REPLAY.formatted("RUNNING", 0, 0, "{}"));
        routing.answers(
                "GET /v1/replays/r1", REPLAY.formatted("RUNNING", 2, 2, "{}"), REPLAY.formatted("DONE", 3, 3, "{}"));

        var run = run("--destination", "CQC", "--reason", "CQC is back", "--rules", "CURRENT", "--yes");

        assertThat(run.exit()).isEqualTo(HubCommand.DONE);
        assertThat(run.messages()).contains("3 found, 3 would be tried again", "d1  CQC    SERIOUS_INJURY  HTTP_503");
        assertThat(run.output().strip()).isEqualTo("Replay r1: done, 3 of 3 done, 3 tried again");
        var previewed = Hub.json(routing.asked().get(0).body());
        var begun = Hub.json(routing.asked().get(1).body());
        assertThat(previewed.get("preview").booleanValue()).isTrue();
        assertThat(begun.get("preview").booleanValue()).isFalse();
        assertThat(begun.at("/filter/state").textValue()).isEqualTo("PARKED");
        assertThat(begun.at("/filter/destination").textValue()).isEqualTo("CQC");
        assertThat(begun.get("rules").textValue()).isEqualTo("CURRENT");
        assertThat(begun.get("reason").textValue()).isEqualTo("CQC is back");
        assertThat(routing.asked().get(1).idempotencyKey()).hasSize(36);
    }

    @Test
    void whatWasPassedOverEndsItWithThree() {
        routing.answers(
                "POST /v1/replays",
                PREVIEW.formatted(2, "{\"OVERTAKEN\":1}"),
                REPLAY.formatted("DONE", 3, 2, "{\"OVERTAKEN\":1}"));

        var run = run(ID, "--reason", "CQC is back", "--yes");

        assertThat(run.exit()).isEqualTo(HubCommand.DONE_WITH_REFUSALS);
        assertThat(run.messages()).contains("1 would be passed over: A later one went.");
        assertThat(run.output()).contains("2 tried again, passed over: 1 overtaken");
        assertThat(Hub.json(routing.asked().get(1).body()).at("/filter").toString())
                .isEqualTo("{\"ids\":[\"" + ID + "\"]}");
    }

    @Test
    void aPreviewBeginsNothing() {
        routing.answers("POST /v1/replays", PREVIEW.formatted(3, "{}"));

        var run = run("--state", "REJECTED", "--reason", "To see", "--preview", "--json");

        assertThat(run.exit()).isEqualTo(HubCommand.DONE);
        assertThat(Hub.json(run.output()).get("wouldBeReplayed").intValue()).isEqualTo(3);
        assertThat(routing.asked()).hasSize(1);
    }

    @Test
    void whereNothingWouldBeTriedAgainNothingBegins() {
        routing.answers("POST /v1/replays", PREVIEW.formatted(0, "{\"OVERTAKEN\":3}"));

        var run = run("--state", "REJECTED", "--reason", "CQC is back", "--yes");

        assertThat(run.exit()).isEqualTo(HubCommand.DONE_WITH_REFUSALS);
        assertThat(run.messages()).contains("Nothing was done.");
        assertThat(routing.asked()).hasSize(1);
    }

    @Test
    void aReplayIsCancelledByItsId() {
        routing.answers("DELETE /v1/replays/" + ID, REPLAY.formatted("CANCELLED", 1, 1, "{}"));

        var run = run("--cancel", ID);

        assertThat(run.exit()).isEqualTo(HubCommand.DONE);
        assertThat(run.output()).contains("cancelled, 1 of 3 done");
    }

    @Test
    void wrongUseIsSaidBeforeAnythingIsAsked() {
        assertThat(run("--state", "PARKED").exit()).isEqualTo(2);
        assertThat(run("--reason", "CQC is back").exit()).isEqualTo(2);
        assertThat(routing.asked()).isEmpty();
    }

    private CommandLineRun run(String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("replay", "--url", routing.url(), "--token", "secret"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
