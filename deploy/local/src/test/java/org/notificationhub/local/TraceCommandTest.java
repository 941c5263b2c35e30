package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceCommandTest {

    private static final String ID = "01933c1e-7a40-7c5b-9d5e-3f0a6b1c2d3e";
    private static final String NOTIFICATION = """
            {"id":"%s","type":"SERIOUS_INJURY","reference":"INC-1","provider":{"id":"1-1"},"status":"DISCHARGED",
             "duties":[{"authority":"CQC","status":"DISCHARGED","dueBecause":"without delay"}],
             "timeline":[
              {"at":"2026-11-24T23:59:50.000Z","actor":"system-1","step":"RECEIVED"},
              {"at":"2026-11-24T23:59:51.000Z","actor":"routing-service","step":"ROUTED"},
              {"at":"2026-11-25T00:00:03.000Z","actor":"routing-service","step":"DELIVERY_PARKED","authority":"CQC","explanation":"HTTP_503"},
              {"at":"2026-11-25T09:30:00.000Z","actor":"routing-service","step":"DELIVERY_RESCHEDULED","authority":"CQC","explanation":"?"},
              {"at":"2026-11-25T09:30:02.000Z","actor":"routing-service","step":"DELIVERY_ACCEPTED","authority":"CQC"}]}""".formatted(ID);
    private static final String DECISIONS = """
            {"items":[{"version":1,"decidedAt":"2026-11-24T23:59:51.000Z","decision":{"rulesVersion":"2026-11-24",
             "duties":[{"because":"An independent provider must tell CQC itself."}],
             "routes":[{"destination":"CQC","purpose":"DIRECT"}]}}]}""";
    private static final String DELIVERY = """
            {"id":"d1","version":1,"authority":"CQC","channel":"http",
             "history":[
              {"number":1,"startedAt":"2026-11-25T00:00:02.000Z","endedAt":"2026-11-25T00:00:02.900Z","outcome":"TRY_LATER","explanation":"HTTP_503"},
              {"number":2,"startedAt":"2026-11-25T09:30:01.000Z","endedAt":"2026-11-25T09:30:01.250Z","outcome":"ACCEPTED"}],
             "retries":[{"at":"2026-11-25T09:30:00.000Z","by":"hub-cli","reason":"CQC is back"}]}""";

    private final StubService hub = new StubService();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aNotificationIsToldInOrderAndEachThingOnce() {
        var deliveries = Hub.JSON.createArrayNode().add(Hub.json(DELIVERY));

        var told =
                new TraceText(80).of(Hub.json(NOTIFICATION), Hub.json(DECISIONS).get("items"), deliveries);

        assertThat(told.lines().toList())
                .isEqualTo(List.of(
                        "SERIOUS_INJURY INC-1 of 1-1: discharged (" + ID + ")",
                        "  Duty to CQC: discharged (without delay)",
                        "",
                        "24 November 2026, London time",
                        "23:59:50  RECEIVED by system-1",
                        "23:59:51  DECIDED on version 1 by the rules of 2026-11-24: An independent",
                        "          provider must tell CQC itself. To be told: CQC direct",
                        "",
                        "25 November 2026, London time",
                        "00:00:02  ATTEMPT 1, version 1 to CQC by http: try later after 0.9 s, HTTP_503",
                        "00:00:03  DELIVERY_PARKED CQC: HTTP_503",
                        "09:30:00  RETRY, version 1 to CQC by http, asked for by hub-cli: CQC is back",
                        "09:30:01  ATTEMPT 2, version 1 to CQC by http: accepted after 0.3 s",
                        "09:30:02  DELIVERY_ACCEPTED CQC"));
    }

    @Test
    void anIdLeadsToTheStory() {
        all();

        var run = run(ID);

        assertThat(run.exit()).isEqualTo(HubCommand.DONE);
        assertThat(run.output()).startsWith("SERIOUS_INJURY INC-1 of 1-1").contains("ATTEMPT 2");
    }

    @Test
    void aReferenceLeadsToTheNotification() {
        all();
        hub.answers("GET /v1/notifications?reference=INC%2F1", "{\"items\":[{\"id\":\"" + ID + "\"}]}");

        var run = run("INC/1", "--json");

        var told = Hub.json(run.output());
        assertThat(told.at("/notification/id").textValue()).isEqualTo(ID);
        assertThat(told.at("/decisions/0/version").intValue()).isEqualTo(1);
        assertThat(told.at("/deliveries/0/history")).hasSize(2);
    }

    @Test
    void aReferenceOfTwoProvidersIsAskedAbout() {
        hub.answers(
                "GET /v1/notifications?reference=INC-1",
                "{\"items\":[{\"id\":\"a\",\"providerId\":\"RJ1\"},{\"id\":\"b\",\"providerId\":\"1-1\"}]}");

        var run = run("INC-1");

        assertThat(run.exit()).isEqualTo(HubCommand.FAILED);
        assertThat(run.messages()).contains("say which by its id", "a  RJ1", "b  1-1");
    }

    @Test
    void whatThereIsNotIsSaid() {
        hub.answers("GET /v1/notifications?reference=INC-2", "{\"items\":[]}");

        assertThat(run("INC-2").messages()).contains("no notification with that reference");
        assertThat(run(ID).messages()).contains("no notification with that id");
    }

    private void all() {
        hub.answers("GET /v1/notifications/" + ID, NOTIFICATION);
        hub.answers("GET /v1/notifications/" + ID + "/decisions", DECISIONS);
        hub.answers("GET /v1/deliveries?limit=200&notificationId=" + ID, "{\"items\":[{\"id\":\"d1\"}]}");
        hub.answers("GET /v1/deliveries/d1", DELIVERY);
    }

    private CommandLineRun run(String... more) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("trace", "--url", hub.url(), "--routing", hub.url(), "--token", "secret"),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
