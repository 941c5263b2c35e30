package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.local.Hub.Answer;
import org.notificationhub.platform.Topics;

@ExtendWith(HubExtension.class)
class WhatIsToldIT {

    private static final String CANARY = "zqxcanaryvw";
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Hub hub;

    WhatIsToldIT(Hub hub) {
        this.hub = hub;
    }

    @AfterEach
    void mend() {
        hub.behave("CQC", "ACCEPT");
        hub.behave("LFPSE", "ACCEPT");
    }

    @Test
    void aSenderThatWaitsIsToldTheDecision() {
        var answer = hub.post(
                "/v1/notifications",
                Injury.at(Injury.NHS_BODY, "WAITED").toString(),
                "Content-Type",
                "application/json",
                "Prefer",
                "wait=10");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().at("/decision/routes/0/destination").textValue())
                .isEqualTo("LFPSE");
        assertThat(answer.body().at("/decision/duties/0/outcome").textValue()).isEqualTo("OWED_UNLESS_LFPSE_ACCEPTS");
    }

    /** LfPSE discharges a trust's duty; for everybody else the hub tells CQC as well; what is no matter for CQC is for LfPSE. */
    @ParameterizedTest(name = "harm {1} at {0}: {2}")
    @CsvSource({
        "RJ1,         2, SERIOUS_INJURY,        LFPSE",
        "1-101614751, 2, SERIOUS_INJURY,        CQC LFPSE",
        "1-101614751, 1, DEATH_OF_SERVICE_USER, CQC LFPSE",
        "RJ1,         4, PATIENT_SAFETY_EVENT,  LFPSE",
        "1-101614751, 4, PATIENT_SAFETY_EVENT,  LFPSE",
    })
    void whatIsSentAsToLfpseReachesWhomeverTheLawNamesAndLfpse(String provider, String harm, String type, String told)
            throws IOException {
        var reference = "DOOR-" + harm + "-" + provider;

        var answer = hub.recordInLfpse(LfpseIncident.of(provider, harm, reference));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("resourceType").textValue()).isEqualTo("AdverseEvent");
        var notification = hub.settled(answer.body().path("id").textValue());
        assertThat(notification.get("type").textValue()).isEqualTo(type);
        assertThat(authorities(reference)).isEqualTo(told);
        assertThat(answer.body().at("/extension").findValuesAsText("valueString"))
                .contains(Hub.list(notification.get("deliveries")).stream()
                        .filter(delivery ->
                                delivery.get("authority").textValue().equals("LFPSE"))
                        .map(delivery -> delivery.get("reference").textValue())
                        .toArray(String[]::new));
        assertThat(notification.get("status").textValue())
                .isEqualTo(type.equals("PATIENT_SAFETY_EVENT") ? "NOT_REQUIRED" : "DISCHARGED");
    }

    private String authorities(String reference) {
        return Stream.of("CQC", "LFPSE")
                .filter(authority -> !hub.received(authority, reference).isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theTimelineTellsEveryStepInOrder() {
        var notification = hub.settled(hub.submit(Injury.at(Injury.INDEPENDENT, "TIMELINE")));

        assertThat(AuthorityTroubleIT.steps(notification)).containsExactly("RECEIVED", "ROUTED", "DELIVERY_ACCEPTED");
        assertThat(Hub.list(notification.get("timeline")).stream()
                        .map(step -> Instant.parse(step.get("at").textValue())))
                .isSorted();
    }

    @Test
    void theSendersTraceAndCorrelationGoOnOverBothTopicsIntoTheLogOfTheDelivery() {
        var answer = hub.post(
                "/v1/notifications",
                Injury.at(Injury.INDEPENDENT, "TRACED").toString(),
                "Content-Type",
                "application/json",
                "X-Correlation-ID",
                "case:4711",
                "traceparent",
                "00-" + TRACE_ID + "-00f067aa0ba902b7-01");
        var id = answer.accepted();
        hub.settled(id);

        assertThat(answer.header("X-Correlation-ID")).isEqualTo("case:4711");
        var told = Records.of(hub, Topics.ALL).stream()
                .filter(each -> each.key().equals(id))
                .toList();
        assertThat(told.stream().map(ConsumerRecord::topic).distinct())
                .containsExactlyInAnyOrder("notifications.v1", "routing-outcomes.v1");
        assertThat(told)
                .extracting(Records::headers)
                .allSatisfy(headers -> assertThat(headers)
                        .containsEntry("ce_correlationid", "case:4711")
                        .containsEntry("ce_subject", "notification/" + id)
                        .hasEntrySatisfying(
                                "traceparent", parent -> assertThat(parent).startsWith("00-" + TRACE_ID + "-")));
        assertThat(hub.log(Part.ROUTING).lines().filter(line -> line.contains(id)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(TRACE_ID, "case:4711"));
    }

    @Test
    void whatASenderWritesIsInNoLogNoProblemNoMetricAndNoHeader() {
        var taken = goodPaths();
        var refused = badPaths();
        var mixed = mixedPaths();

        assertThat(refused).extracting(Answer::status).allMatch(status -> status >= 400 && status < 500);
        assertThat(List.of(taken, refused, mixed))
                .allSatisfy(
                        answers -> assertThat(answers).extracting(Answer::text).noneMatch(WhatIsToldIT::sings));
        assertThat(LocalHub.APPLICATIONS)
                .noneMatch(part -> sings(hub.log(part)))
                .noneMatch(part -> sings(hub.metrics(part)));
        assertThat(sings(hub.log(Part.BROKER))).isFalse();
        var records = Records.of(hub, Topics.ALL);
        assertThat(records)
                .anyMatch(each -> sings(each.value()))
                .noneMatch(each -> sings(each.key()))
                .noneMatch(each -> sings(Records.headers(each).toString()));
        assertThat(hub.received()).anyMatch(each -> sings(each.toString()));
    }

    /** Taken, changed and taken back; refused by each authority. */
    private List<Answer> goodPaths() {
        var body = singing("SINGS-CQC", Injury.INDEPENDENT);
        var taken = hub.post("/v1/notifications", body);
        var here = "/v1/notifications/" + taken.accepted();
        var amended = hub.post(here + "/amendments", body.replace("Fall: ", "Fall from bed: "));
        awaitReceived(2);
        var withdrawn = hub.post(here + "/withdrawal", "{\"reason\": \"" + CANARY + "\"}");
        awaitReceived(3);
        hub.behave("CQC", "REJECT");
        hub.behave("LFPSE", "REJECT");
        var rejected = hub.post("/v1/notifications", singing("SINGS-LFPSE", Injury.NHS_BODY));
        hub.awaitStatus(rejected.accepted(), "ACTION_REQUIRED");
        return List.of(taken, amended, withdrawn, rejected);
    }

    private void awaitReceived(int requests) {
        await().until(() -> hub.received("CQC", "SINGS-CQC").size() == requests);
    }

    private List<Answer> badPaths() {
        var good = singing("SINGS-BADLY", Injury.INDEPENDENT);
        return Stream.of(
                        CANARY,
                        good.substring(0, good.length() - 20),
                        good.replace("\"FRACTURE\"", "\"" + CANARY + "\""),
                        good.replace("\"SERIOUS_INJURY\"", "\"" + CANARY + "\""),
                        good.replace("2026-01-20T09:15:00Z", CANARY),
                        good.replace("2026-01-20T10", "2025-01-20T10"),
                        good.replace("\"summary\":", "\"note\":\"" + CANARY + "\",\"summary\":"),
                        good.replace("Fall: ", "Fall: " + CANARY + "@example.org "),
                        good.replace("SINGS-BADLY", "SINGS-CQC").replace("FRACTURE", "ORGAN"))
                .map(body -> hub.post("/v1/notifications", body))
                .toList();
    }

    private List<Answer> mixedPaths() {
        var good = singing("SINGS-MIXED", Injury.INDEPENDENT);
        return List.of(
                hub.post("/v1/notifications/check", good.replace("FRACTURE", CANARY)),
                hub.post(
                        "/v1/notifications/batch",
                        good + "\n" + CANARY + "\n",
                        "Content-Type",
                        "application/x-ndjson"));
    }

    private static String singing(String reference, String providerId) {
        var notification = Injury.at(providerId, reference).put("summary", "Fall: " + CANARY);
        notification.putArray("people").addObject().put("code", CANARY).put("role", "SERVICE_USER");
        notification.withObject("/details").put("circumstances", "Seen by " + CANARY);
        return notification.toString();
    }

    private static boolean sings(String text) {
        return text != null && text.contains(CANARY);
    }
}
