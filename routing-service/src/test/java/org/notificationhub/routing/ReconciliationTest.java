package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.notificationhub.routing.Authorities.Reply.ACCEPT;
import static org.notificationhub.routing.Authorities.Reply.ACCEPT_UNFLAGGED;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.Authorities.Reply.SILENT;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.NotificationContent.LfpseReport;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.routing.rule.Authority;

/** What does not agree is found, says what to do, and goes when it agrees or when somebody says why it may stay. */
@QuarkusTest
class ReconciliationTest extends LfpseJourney {

    private static final String REASON = "CQC confirmed that both are one event, and counts it once.";

    @Inject
    MeterRegistry metrics;

    private final String lfpseId = "r-" + id;
    private final String lfpseReference = "LF-" + id;
    private final LfpseCallbacks record = LfpseCallbacks.about(lfpseId, lfpseReference);

    @Test
    void anIndependentProvidersEventInLfpseIsFoundUntilCqcIsTold() {
        record.send("recorded-by-provider", 1, provided());

        var finding = awaitFinding("LFPSE_ONLY", "OPEN");
        assertThat(finding.get("whatToDo").toString()).startsWith("Have the provider notify CQC");
        assertThat(finding.get("because").toString()).contains("Regulation 18(4)");
        assertThat(finding.get("lfpse")).isEqualTo(Map.of("id", lfpseId, "reference", lfpseReference));

        receiveInjury(id, reference, new LfpseReport(lfpseReference, NOW, true, null));

        var resolved = awaitFinding("LFPSE_ONLY", "RESOLVED");
        assertThat(resolved.get("id")).isEqualTo(finding.get("id"));
        assertThat(resolved.get("notificationId")).isEqualTo(id.toString());
        assertThat(resolved.get("end").toString()).contains("The duty to tell CQC has been met");
    }

    @Test
    void anIndependentProviderThatReportedToLfpseAndCouldNotTellCqcIsFound() {
        authorities.script(Authority.CQC, reference, REJECT);
        receiveInjury(id, reference, new LfpseReport(lfpseReference, NOW, true, null));

        var finding = awaitFinding("LFPSE_ONLY", "OPEN");

        assertThat(finding.get("facts")).isEqualTo(Map.of("knownBy", "NOTIFICATION", "version", 1));
    }

    @Test
    void aTrustsRecordIsFoundOnlyWithoutTheFlagForCqc() {
        isATrust();
        record.send("recorded-by-provider", 1, provided());
        LfpseCallbacks.about("un" + lfpseId, "UN-" + id)
                .send("recorded-by-provider", 1, provided() + LfpseCallbacks.resource(false, "2", "text"));

        var finding = awaitFinding("ACCEPTED_WITHOUT_CQC_FLAG", "OPEN");
        assertThat(finding.get("lfpse")).isEqualTo(Map.of("id", "un" + lfpseId, "reference", "UN-" + id));
        assertThat(findings()).hasSize(1);

        LfpseCallbacks.about("un" + lfpseId, "UN-" + id).send("amended", 2, LfpseCallbacks.resource(true, "2", "text"));
        assertThat(awaitFinding("ACCEPTED_WITHOUT_CQC_FLAG", "RESOLVED")
                        .get("end")
                        .toString())
                .contains("The record carries the flag now");
    }

    @Test
    void whatLfpseTookWithoutTheFlagIsFoundUntilCqcIsTold() {
        isATrust();
        authorities.script(Authority.LFPSE, reference, ACCEPT_UNFLAGGED);
        authorities.script(Authority.CQC, reference, REJECT);
        receiveInjury(id, reference, null);

        assertThat(awaitFinding("ACCEPTED_WITHOUT_CQC_FLAG", "OPEN").get("notificationId"))
                .isEqualTo(id.toString());
        awaitFinding("EXEMPTION_FAILED", "OPEN");

        about(awaitDelivery(id, Authority.LFPSE, "ACCEPTED"))
                .send("amended", 2, LfpseCallbacks.resource(true, "2", "text"));

        awaitFinding("ACCEPTED_WITHOUT_CQC_FLAG", "RESOLVED");
        awaitFinding("EXEMPTION_FAILED", "RESOLVED");
        assertThat(duty(id)).isEqualTo("DISCHARGED");
    }

    @Test
    void anExemptionThatFailedStaysClosedUntilItsFactsChange() {
        isATrust();
        authorities.script(Authority.CQC, reference, REJECT);
        receiveInjury(id, reference, null);
        var taken = about(awaitDelivery(id, Authority.LFPSE, "ACCEPTED"));
        assertThat(findings()).isEmpty();

        taken.send("rejected", 1);
        var finding = awaitFinding("EXEMPTION_FAILED", "OPEN");
        assertThat(duty(id)).isEqualTo("OPEN");
        close(finding, REASON).statusCode(200).body("state", equalTo("CLOSED")).body("end.by", equalTo("test-client"));
        close(finding, " " + REASON + " ").statusCode(200);
        close(finding, "Another reason altogether.").statusCode(409).body("code", equalTo("FINDING_NOT_OPEN"));
        awaitNextLook();
        assertThat(awaitFinding("EXEMPTION_FAILED", "CLOSED").get("id")).isEqualTo(finding.get("id"));

        taken.send("withdrawn", 2);
        assertThat(awaitFinding("EXEMPTION_FAILED", "OPEN").get("id")).isEqualTo(finding.get("id"));
    }

    @Test
    void whatCqcWasToldDirectlyAndThroughLfpseIsFoundUntilSomebodyClosesIt() {
        isATrust();
        authorities.script(Authority.LFPSE, reference, REJECT);
        receiveInjury(id, reference, null);
        awaitDelivery(id, Authority.CQC, "ACCEPTED");
        var refused = awaitDelivery(id, Authority.LFPSE, "REJECTED");

        new LfpseCallbacks(lfpseId, lfpseReference, UUID.fromString(refused.getString("id"))).send("accepted", 1);

        var finding = awaitFinding("TOLD_TWICE", "OPEN");
        assertThat(finding.get("facts").toString()).contains("ENQ-");
        assertThat(finding.get("whatToDo").toString()).contains("both are one event");
        close(finding, exampleOfAReason()).statusCode(200);
        awaitNextLook();
        assertThat(awaitFinding("TOLD_TWICE", "CLOSED").get("id")).isEqualTo(finding.get("id"));
    }

    @Test
    void twoRecordsOfOneEventAreFoundUntilOneIsWithdrawn() {
        isATrust();
        receiveInjury(id, reference, null);
        var first = about(awaitDelivery(id, Authority.LFPSE, "ACCEPTED"));

        new LfpseCallbacks(lfpseId, lfpseReference, first.submission()).send("accepted", 1);
        assertThat(awaitFinding("TOLD_TWICE", "OPEN").get("facts").toString()).contains("LFPSE");

        record.send("withdrawn", 2);
        assertThat(awaitFinding("TOLD_TWICE", "RESOLVED").get("end").toString()).contains("Only one of them stands");
        assertThat(duty(id)).isEqualTo("DISCHARGED");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aRecordThatOutlivesItsNotificationIsFoundUntilItIsWithdrawn() {
        isATrust();
        authorities.script(Authority.LFPSE, reference, ACCEPT, REJECT);
        receiveInjury(id, reference, null);
        var told = about(awaitDelivery(id, Authority.LFPSE, "ACCEPTED"));
        publish(new NotificationWithdrawn(id, 2, NOW, "Sent by mistake", "SERIOUS_INJURY", provider));

        var finding = awaitFinding("STANDS_AFTER_WITHDRAWAL", "OPEN");
        assertThat(finding.get("facts").toString()).contains("REJECTED");

        told.send("withdrawn", 2);
        assertThat(awaitFinding("STANDS_AFTER_WITHDRAWAL", "RESOLVED").get("id"))
                .isEqualTo(finding.get("id"));
    }

    @Test
    void whatWasSentAndNotAnsweredIsFoundUntilItIs() {
        authorities.script(Authority.CQC, reference, SILENT, SILENT, SILENT, SILENT);
        receiveInjury(id, reference, new LfpseReport(lfpseReference, NOW, true, null));

        assertThat(awaitFinding("NO_RECEIPT", "OPEN").get("facts").toString()).contains("CQC");
    }

    @Test
    void silenceOfLfpseIsFoundAndResolvesWithItsCallback() {
        isATrust();
        authorities.script(Authority.LFPSE, reference, SILENT);
        authorities.script(Authority.CQC, reference, REJECT);
        receiveInjury(id, reference, null);
        var finding = awaitFinding("NO_RECEIPT", "OPEN");
        var submission = awaitDelivery(id, Authority.LFPSE, "PARKED").getString("id");

        new LfpseCallbacks(lfpseId, lfpseReference, UUID.fromString(submission)).send("accepted", 1);

        assertThat(awaitFinding("NO_RECEIPT", "RESOLVED").get("id")).isEqualTo(finding.get("id"));
    }

    @Test
    void aProviderThatTheRegisterContradictsIsFoundUntilItDoesNot() {
        var half = "%s01,A Ward,%s,A Trust,Social Care Org,NHS Body\n".formatted(provider, provider);
        Registers.imported("2023-01-01", Registers.HEADER + half).statusCode(200);
        receiveInjury(id, reference, null);

        assertThat(awaitFinding("CLASS_MISMATCH", "OPEN").get("facts"))
                .isEqualTo(Map.of("class", "INDEPENDENT", "basis", "REGISTER"));

        Registers.imported("2023-02-01", Registers.HEADER + Registers.trust(provider))
                .statusCode(200);
        assertThat(awaitFinding("CLASS_MISMATCH", "RESOLVED").get("end").toString())
                .contains("does not contradict itself any more");
    }

    @Test
    void findingsAreListedByKindAndStateAndCountedByDay() {
        record.send("recorded-by-provider", 1, provided());
        var finding = awaitFinding("LFPSE_ONLY", "OPEN");

        manager("?kind=LFPSE_ONLY&state=OPEN&providerId=" + provider).body("items.id", hasItem(finding.get("id")));
        manager("?kind=NO_RECEIPT&providerId=" + provider).body("items", hasSize(0));
        manager("/" + finding.get("id")).body("kind", equalTo("LFPSE_ONLY"));
        manager("?kind=NOTHING&state=GONE&limit=0").statusCode(400).body("errors", hasSize(3));
        manager("/" + UUID.randomUUID()).statusCode(404);
        manager("/daily?from=2020-01-01").statusCode(400);
        given().get("/v1/reconciliation").then().statusCode(401);
        Registers.as("notifications:read").get("/v1/reconciliation").then().statusCode(403);
        close(finding, "short").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> manager("/daily")
                        .statusCode(200)
                        .body("items.find { it.kind == 'LFPSE_ONLY' }.open", greaterThan(0))
                        .body("items.find { it.kind == 'LFPSE_ONLY' }.opened", greaterThan(0)));
        assertThat(metrics.get("hub_reconciliation_findings")
                        .tag("kind", "LFPSE_ONLY")
                        .gauge()
                        .value())
                .isPositive();
    }

    private String provided() {
        return ", \"provider\": {\"id\": \"%s\"}".formatted(provider);
    }

    private static ValidatableResponse manager(String path) {
        return Registers.manager().get("/v1/reconciliation" + path).then();
    }

    private static ValidatableResponse close(Map<String, Object> finding, String reason) {
        return Registers.manager()
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/v1/reconciliation/" + finding.get("id") + "/closure")
                .then();
    }

    /** Something that is found later has been looked for after everything before it. */
    private void awaitNextLook() {
        var other = Registers.newProvider("N");
        LfpseCallbacks.about("n" + other, "N" + other)
                .send("recorded-by-provider", 1, ", \"provider\": \"%s\"".formatted(other));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Registers.manager()
                        .get("/v1/reconciliation?providerId=" + other)
                        .jsonPath()
                        .getList("items")
                        .isEmpty());
    }

    /** As the API document gives it. */
    private static String exampleOfAReason() {
        var document = given().accept("application/json").get("/q/openapi").jsonPath();
        return document.getString(
                "paths.'/v1/reconciliation/{id}/closure'.post.requestBody.content.'application/json'.example.reason");
    }
}
