package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.routing.decision.RuleTable;
import org.notificationhub.routing.rule.Authority;

/** What if the rules were others, and what follows when they are. */
@QuarkusTest
class RuleVersionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SHIPPED = "2026-11-25";

    /** A trust's police incidents are owed to CQC. */
    private static final String POLICE =
            "POLICE_INCIDENT,NHS_BODY,2010-04-01,,NOT_REQUIRED,,,,no,,,An English NHS body need not tell CQC of an incident"
                    + " because the police are involved.,,,,";

    private static final String POLICE_OWED =
            "POLICE_INCIDENT,NHS_BODY,2010-04-01,,CQC_DIRECT,,,,no,,,An English NHS body must tell CQC of an incident"
                    + " that the police investigate.,WITHOUT_DELAY from awareAt,STATUTE,without delay,";

    private static final String INSOLVENCY = "INSOLVENCY,INDEPENDENT,2010-10-01,,CQC_DIRECT,";

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final String edition = "test-" + UUID.randomUUID().toString().substring(0, 8);
    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(broker);
    }

    @AfterEach
    void goBackToTheShippedRules() {
        activate(SHIPPED).then().statusCode(200);
        bus.close();
    }

    @Test
    void theShippedTableIsInUseFromTheStart() {
        manager()
                .get("/v1/rules/versions")
                .then()
                .statusCode(200)
                .body("items.edition", hasItem(SHIPPED))
                .body("items.find { it.edition == '" + SHIPPED + "' }.inUse", equalTo(true))
                .body("items.find { it.edition == '" + SHIPPED + "' }.storedBy", equalTo("release"));
        assertThat(manager().get("/v1/rules/versions/" + SHIPPED).asString()).isEqualTo(RuleTable.shipped());
    }

    @Test
    void aCandidateShowsWhichDecisionsItWouldChangeAndChangesNone() throws IOException {
        var id = routed("POLICE_INCIDENT", "RJ1");
        var decisions = decisions(id);

        var lines = stream(manager().accept("application/x-ndjson"), candidate(), "/v1/rules/impact");

        var change = lines.stream()
                .filter(line -> line.path("notificationId").asText().equals(id.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(change.at("/changes/0/authority").asText()).isEqualTo("CQC");
        assertThat(change.at("/changes/0/what").asText()).isEqualTo("OUTCOME");
        assertThat(change.at("/changes/0/from").asText()).isEqualTo("NOT_REQUIRED");
        assertThat(change.at("/changes/0/to").asText()).isEqualTo("OWED");
        assertThat(change.get("rulesVersion").asText()).isEqualTo(SHIPPED);
        var summary = lines.get(lines.size() - 1);
        assertThat(summary.get("changed").intValue())
                .isEqualTo(summary.at("/kinds/0/count").intValue());
        assertThat(summary.get("examined").intValue()).isGreaterThanOrEqualTo(1);
        assertThat(decisions(id)).isEqualTo(decisions);
        assertThat(ruleInUse()).isEqualTo(SHIPPED);
    }

    @Test
    void anImpactIsReadInPages() {
        var ids = List.of(
                routed("POLICE_INCIDENT", "RJ1"), routed("POLICE_INCIDENT", "RJ1"), routed("POLICE_INCIDENT", "RJ1"));
        var found = new ArrayList<String>();
        String next = null;
        do {
            var page = manager()
                    .contentType("text/csv")
                    .body(candidate())
                    .post("/v1/rules/impact?limit=1" + (next == null ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(1);
            found.addAll(page.getList("items.notificationId"));
            next = page.getString("next");
        } while (next != null);

        assertThat(found)
                .doesNotHaveDuplicates()
                .containsAll(ids.stream().map(UUID::toString).toList());
    }

    @Test
    void theTableInUseWouldChangeNothingThatItDecided() throws IOException {
        var id = routed("POLICE_INCIDENT", "RJ1");

        var lines = stream(manager().accept("application/x-ndjson"), RuleTable.shipped(), "/v1/rules/impact");

        assertThat(lines).noneMatch(line -> line.path("notificationId").asText().equals(id.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/rules/impact", "/v1/rules/versions"})
    void anUnusableTableIsRefusedWithEveryFlaw(String path) {
        manager()
                .contentType("text/csv")
                .body(RuleTable.shipped().replace("WITHIN_28_DAYS from diedOn", "zebra"))
                .post(path)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("RULES_UNUSABLE"))
                .body("errors", hasSize(3))
                .body("errors.detail", everyItem(containsString("clock cannot be read")));
        given().contentType("text/csv").body("").post(path).then().statusCode(401);
    }

    @Test
    void aTableIsStoredOnceAndItsEditionIsItsOwn() {
        store(candidate()).then().statusCode(201).body("edition", equalTo(edition));
        store(candidate()).then().statusCode(200);
        store(candidate().replace("must tell CQC of an incident", "must tell CQC of any incident"))
                .then()
                .statusCode(409)
                .body("code", equalTo("EDITION_TAKEN"));
    }

    @Test
    void puttingATableIntoUseNeedsAReasonAndIsKept() {
        store(candidate());

        manager()
                .contentType("application/json")
                .body("{}")
                .post("/v1/rules/versions/" + edition + "/activation")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        activate("no-such-edition").then().statusCode(404);
        activate(edition)
                .then()
                .statusCode(200)
                .body("edition", equalTo(edition))
                .body("activatedBy", equalTo("test-client"))
                .body("reason", equalTo("A test of the rules"));

        assertThat(ruleInUse()).isEqualTo(edition);
        manager()
                .post("/v1/rules/versions/" + SHIPPED + "/reevaluation")
                .then()
                .statusCode(409)
                .body("code", equalTo("RULES_NOT_IN_USE"));
    }

    @Test
    void aReevaluationPutsNewDecisionsBesideTheOldAndFollowsThemUp() throws IOException {
        var police = routed("POLICE_INCIDENT", "RJ1");
        var injury = routed("SERIOUS_INJURY", "1-101614751");
        store(candidate());
        activate(edition);

        var lines = stream(manager(), "", "/v1/rules/versions/" + edition + "/reevaluation");

        assertThat(lines.stream().map(line -> line.path("notificationId").asText()))
                .contains(police.toString())
                .doesNotContain(injury.toString());
        assertThat(lines.get(lines.size() - 1).get("rulesVersion").asText()).isEqualTo(edition);
        assertThat(decisions(police)).containsExactly(SHIPPED, edition);
        assertThat(decisions(injury)).containsExactly(SHIPPED, edition);
        await().atMost(PATIENCE)
                .until(() -> authorities.calls("INC-" + police).stream()
                        .anyMatch(call -> call.authority() == Authority.CQC));
        manager()
                .get("/v1/rules/versions/" + edition + "/changes")
                .then()
                .statusCode(200)
                .body("items.notificationId", hasItem(police.toString()))
                .body("items.size()", greaterThanOrEqualTo(1));
        assertThat(stream(manager(), "", "/v1/rules/versions/" + edition + "/reevaluation"))
                .singleElement()
                .satisfies(
                        summary -> assertThat(summary.get("decided").intValue()).isZero());
        assertThat(authorities.calls("INC-" + injury)).hasSize(1);
    }

    @Test
    void whatIsNoLongerOwedIsCalledOffUnlessItWasMet() throws IOException {
        var met = routed("INSOLVENCY", "1-101614751");
        await().atMost(PATIENCE).until(() -> !authorities.calls("INC-" + met).isEmpty());
        store(RuleTable.shipped()
                .replace("# edition " + SHIPPED, "# edition " + edition)
                .replace(INSOLVENCY, "INSOLVENCY,INDEPENDENT,2010-10-01,,NOT_REQUIRED,"));
        activate(edition);

        stream(manager(), "", "/v1/rules/versions/" + edition + "/reevaluation");

        assertThat(decisions(met)).containsExactly(SHIPPED, edition);
        manager()
                .get("/v1/duties?state=DISCHARGED&limit=200")
                .then()
                .body("items.findAll { it.notificationId == '" + met + "' }.authority", equalTo(List.of("CQC")));
    }

    private String candidate() {
        var table = RuleTable.shipped();
        assertThat(table).contains(POLICE);
        return table.replace("# edition " + SHIPPED, "# edition " + edition).replace(POLICE, POLICE_OWED);
    }

    private UUID routed(String type, String provider) {
        var id = UUID.randomUUID();
        var now = Instant.parse("2026-11-20T09:15:00Z");
        bus.publish(
                UUID.randomUUID(),
                new NotificationReceived(
                        id,
                        now,
                        new NotificationContent(
                                type,
                                "INC-" + id,
                                new NotificationContent.Provider(provider, null, null, null),
                                now,
                                now,
                                null,
                                null,
                                null,
                                null,
                                JsonNodeFactory.instance.objectNode(),
                                false)));
        await().atMost(PATIENCE).until(() -> !decisions(id).isEmpty());
        return id;
    }

    private static List<String> decisions(UUID id) {
        var answer = manager().get("/v1/notifications/" + id + "/decisions");
        return answer.statusCode() == 404 ? List.of() : answer.jsonPath().getList("items.decision.rulesVersion");
    }

    private static String ruleInUse() {
        return given().get("/v1/rules").jsonPath().getString("rulesVersion");
    }

    private static List<JsonNode> stream(RequestSpecification asked, String table, String path) throws IOException {
        var answer = asked.contentType("text/csv").body(table).post(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        var lines = new ArrayList<JsonNode>();
        for (var line : answer.asString().split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static Response store(String table) {
        return manager().contentType("text/csv").body(table).post("/v1/rules/versions");
    }

    private static Response activate(String edition) {
        return manager()
                .contentType("application/json")
                .body("{\"reason\": \"A test of the rules\"}")
                .post("/v1/rules/versions/" + edition + "/activation");
    }

    private static RequestSpecification manager() {
        return given().header("Authorization", "Bearer " + TestTokens.token("deliveries:manage", "*"));
    }
}
