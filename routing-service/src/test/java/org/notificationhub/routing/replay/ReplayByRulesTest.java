package org.notificationhub.routing.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.replay.StoppedDeliveries.PATIENCE;
import static org.notificationhub.routing.replay.StoppedDeliveries.manager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.routing.Authorities;
import org.notificationhub.routing.Authorities.Call;
import org.notificationhub.routing.decision.RuleTable;
import org.notificationhub.routing.rule.Authority;

/** What has stopped since other rules were put into use. */
@QuarkusTest
class ReplayByRulesTest {

    private static final String SHIPPED = "2026-11-25";
    private static final String INSOLVENCY = "INSOLVENCY,INDEPENDENT,2010-10-01,,";
    private static final String TRUSTS_INJURY = "SERIOUS_INJURY,NHS_BODY,2024-07-01,,";

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private StoppedDeliveries stopped;

    @BeforeEach
    void connect() {
        stopped = new StoppedDeliveries(authorities, broker);
    }

    @AfterEach
    void goBackToTheShippedRules() {
        activate(SHIPPED);
        stopped.close();
    }

    @Test
    void byTheOriginalRulesItIsSentAsItWasDecided() {
        var id = rejected("INSOLVENCY");
        use(INSOLVENCY + "CQC_DIRECT,", INSOLVENCY + "NOT_REQUIRED,");

        var done = replay("ORIGINAL");

        assertThat(done.getInt("rescheduled")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> authorities.calls(id.toString()).size() == 2);
        assertThat(decisions(id)).containsExactly(SHIPPED);
    }

    @Test
    void byTheCurrentRulesWhatIsOwedNoLongerIsCalledOff() {
        var id = rejected("INSOLVENCY");
        var edition = use(INSOLVENCY + "CQC_DIRECT,", INSOLVENCY + "NOT_REQUIRED,");
        preview().then().body("wouldBeReplayed", equalTo(0)).body("skipped.NOT_TOLD_BY_RULES_IN_USE", equalTo(1));
        assertThat(decisions(id)).containsExactly(SHIPPED);

        var done = replay("CURRENT");

        assertThat(done.getInt("skipped.NOT_TOLD_BY_RULES_IN_USE")).isEqualTo(1);
        assertThat(decisions(id)).containsExactly(SHIPPED, edition);
        assertThat(stopped.ids("&state=CANCELLED")).hasSize(1);
        assertThat(authorities.calls(id.toString())).hasSize(1);
    }

    /** The mistake was in the table: it had a trust tell CQC itself. */
    @Test
    void byTheCurrentRulesLfpseIsToldFirstAndNobodyTwice() {
        var mistaken = use(TRUSTS_INJURY + "LFPSE_DISCHARGES,", TRUSTS_INJURY + "CQC_DIRECT,");
        var id = stopped.report(1, "SERIOUS_INJURY", "RJ1", REJECT).get(0);
        var delivery = await().atMost(PATIENCE).until(() -> rejected(id), Objects::nonNull);
        activate(SHIPPED);

        var done = replay(Map.of(
                "filter",
                Map.of("ids", List.of(delivery)),
                "reason",
                "The table was put right.",
                "rules",
                "CURRENT",
                "preview",
                false));

        assertThat(done.getInt("skipped.WAITS_FOR_LFPSE")).isEqualTo(1);
        assertThat(decisions(id)).containsExactly(mistaken, SHIPPED);
        await().atMost(PATIENCE)
                .until(() -> manager()
                        .get("/v1/duties?state=DISCHARGED&providerId=RJ1&limit=200")
                        .jsonPath()
                        .getList("items.notificationId")
                        .contains(id.toString()));
        assertThat(authorities.calls(id.toString()))
                .extracting(Call::authority)
                .containsExactly(Authority.CQC, Authority.LFPSE);
    }

    @Test
    void byTheCurrentRulesWhatIsOwedStillIsSent() {
        var id = rejected("SERIOUS_INJURY");
        var edition = use(INSOLVENCY + "CQC_DIRECT,", INSOLVENCY + "NOT_REQUIRED,");

        var done = replay("CURRENT");

        assertThat(done.getInt("rescheduled")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> authorities.calls(id.toString()).size() == 2);
        assertThat(decisions(id)).containsExactly(SHIPPED, edition);
    }

    private UUID rejected(String type) {
        var id = stopped.report(1, type, REJECT).get(0);
        stopped.awaitStopped("REJECTED", 1);
        return id;
    }

    private static String rejected(UUID id) {
        return manager()
                .get("/v1/deliveries?state=REJECTED&providerId=RJ1&type=SERIOUS_INJURY&limit=200")
                .jsonPath()
                .getString("items.find { it.notificationId == '" + id + "' }?.id");
    }

    private Response preview() {
        var order = new HashMap<>(stopped.order("REJECTED", "CURRENT"));
        order.put("preview", true);
        return manager().body(order).post("/v1/replays");
    }

    private JsonPath replay(String rules) {
        return replay(stopped.order("REJECTED", rules));
    }

    private static JsonPath replay(Map<String, Object> order) {
        var replay = manager()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(order)
                .post("/v1/replays")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(PATIENCE)
                .until(
                        () -> manager().get(replay).jsonPath(),
                        answer -> answer.getString("state").equals("DONE"));
    }

    private static String use(String row, String instead) {
        var edition = "test-" + UUID.randomUUID().toString().substring(0, 8);
        var table = RuleTable.shipped();
        assertThat(table).contains(row);
        manager()
                .contentType("text/csv")
                .body(table.replace("# edition " + SHIPPED, "# edition " + edition)
                        .replace(row, instead))
                .post("/v1/rules/versions")
                .then()
                .statusCode(201);
        activate(edition);
        return edition;
    }

    private static void activate(String edition) {
        manager()
                .body("{\"reason\": \"A test of the rules\"}")
                .post("/v1/rules/versions/" + edition + "/activation")
                .then()
                .statusCode(200);
    }

    private static List<String> decisions(UUID id) {
        return manager()
                .get("/v1/notifications/" + id + "/decisions")
                .jsonPath()
                .getList("items.decision.rulesVersion");
    }
}
