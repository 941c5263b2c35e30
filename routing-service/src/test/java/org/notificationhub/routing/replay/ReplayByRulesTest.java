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

    private static final String SHIPPED = "2026-11-24";
    private static final String INSOLVENCY = "INSOLVENCY,INDEPENDENT,2010-10-01,,";
    private static final String INJURY = "SERIOUS_INJURY,INDEPENDENT,2010-10-01,,";

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

    @Test
    void byTheCurrentRulesLfpseIsToldFirstAndNobodyTwice() {
        var id = rejected("SERIOUS_INJURY");
        var edition = use(INJURY + "CQC_DIRECT,", INJURY + "LFPSE_DISCHARGES,");
        preview().then().body("skipped.WAITS_FOR_LFPSE", equalTo(1));

        var done = replay("CURRENT");

        assertThat(done.getInt("skipped.WAITS_FOR_LFPSE")).isEqualTo(1);
        assertThat(decisions(id)).containsExactly(SHIPPED, edition);
        await().atMost(PATIENCE)
                .until(() -> manager()
                        .get("/v1/duties?state=DISCHARGED&providerId=" + stopped.provider)
                        .path("items.authority")
                        .equals(List.of("CQC")));
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

    private Response preview() {
        var order = new HashMap<>(stopped.order("REJECTED", "CURRENT"));
        order.put("preview", true);
        return manager().body(order).post("/v1/replays");
    }

    private JsonPath replay(String rules) {
        var replay = manager()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(stopped.order("REJECTED", rules))
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
