package org.notificationhub.routing.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.notificationhub.routing.Reported.body;
import static org.notificationhub.routing.Reported.manager;
import static org.notificationhub.routing.Reported.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.routing.Authorities;
import org.notificationhub.routing.Reported;
import org.notificationhub.routing.rule.Authority;

@QuarkusTest
class EvidenceTest {

    private static final String REASON = "The radiology system was down for three weeks.";

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    @Inject
    DataSource database;

    @Inject
    AnchorEvidence anchorEvidence;

    @Inject
    Clock clock;

    private Reported reported;

    @BeforeEach
    void connect() {
        reported = new Reported(broker);
    }

    @AfterEach
    void disconnect() {
        reported.close();
    }

    @Test
    void everyStepIsAnEntryInItsOrder() {
        authorities.script(Authority.CQC, reported.reference(), Authorities.Reply.BUSY);
        report(3);

        var pack = reported.pack();

        assertThat(texts(pack, "entries", "step"))
                .containsExactly(
                        "VERSION_RECEIVED",
                        "DECISION_MADE",
                        "NOTIFICATION_ROUTED",
                        "ATTEMPT_ANSWERED",
                        "DELIVERY_ATTEMPTED",
                        "ATTEMPT_ANSWERED",
                        "DELIVERY_ACCEPTED",
                        "EVIDENCE_LOOKED_AT");
        assertThat(texts(pack, "entries", "number")).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(body(pack, "DELIVERY_ACCEPTED").get("duties")).isEqualTo(pack.get("duties"));
        assertThat(body(pack, "ATTEMPT_ANSWERED").get("reference"))
                .isEqualTo(pack.at("/deliveries/0/receipt/reference"));
    }

    @Test
    void whatIsToldInOneBreathIsChainedOneByOne() {
        report(3);

        var entries = reported.pack().get("entries");

        var before = "0".repeat(64);
        for (var entry : entries) {
            assertThat(entry.get("previousHash").asText()).isEqualTo(before);
            assertThat(entry.get("hash").asText()).isEqualTo(hash(entry));
            before = entry.get("hash").asText();
        }
    }

    @Test
    void noEntryHoldsWhatTheSenderWrote() {
        report(3);
        reported.withdraw(2, clock.instant());
        reported.awaitStatus(NotificationStatus.WITHDRAWN, 2);

        assertThat(reported.pack().toString()).doesNotContain(Reported.CANARY);
        assertThat(reported.pack("?payload=true").get("entries").toString()).doesNotContain(Reported.CANARY);
    }

    @Test
    void thePayloadIsGivenWhereItIsAskedForAndFitsItsHash() {
        report(3);

        var version = reported.pack("?payload=true").at("/versions/0");

        var salted =
                version.get("salt").asText() + "\n" + version.get("payload").asText();
        assertThat(version.get("payload").asText()).contains(Reported.CANARY, "\"totalDose_mSv\":12.5}");
        assertThat(version.get("payloadSha256").asText())
                .isEqualTo(Sha256.hex(salted))
                .isEqualTo(body(reported.pack(), "VERSION_RECEIVED")
                        .get("payloadSha256")
                        .asText());
    }

    @Test
    void whoLookedIsEvidenceToo() {
        report(3);
        var delivery = reported.pack().at("/deliveries/0/id").asText();
        var inspector = TestTokens.token("deliveries:manage", "*");

        given().auth()
                .oauth2(inspector)
                .get("/v1/deliveries/" + delivery)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(inspector)
                .get("/v1/notifications/" + reported.id + "/decisions")
                .then()
                .statusCode(200);

        var pack = reported.pack();
        assertThat(texts(pack, "entries", "step"))
                .endsWith("EVIDENCE_LOOKED_AT", "DELIVERY_LOOKED_AT", "DECISIONS_LOOKED_AT", "EVIDENCE_LOOKED_AT");
        assertThat(texts(pack, "entries", "actor"))
                .endsWith("hub", "test-client", "test-client", "test-client", "test-client");
        assertThat(body(pack, "DELIVERY_LOOKED_AT").get("deliveryId").asText()).isEqualTo(delivery);
    }

    @Test
    void aReasonIsBoundByItsHashAndItsGiver() {
        report(30);
        for (var times = 0; times < 2; times++) {
            manager()
                    .contentType("application/json")
                    .body("{\"reason\": \"" + REASON + "\"}")
                    .put("/v1/duties/" + reported.id + "/CQC/late-reason")
                    .then()
                    .statusCode(200);
        }

        var pack = reported.pack();

        assertThat(texts(pack, "entries", "step").stream().filter("LATE_REASON_GIVEN"::equals))
                .hasSize(1);
        assertThat(body(pack, "LATE_REASON_GIVEN").get("reasonSha256").asText()).isEqualTo(Sha256.hex(REASON));
        assertThat(pack.at("/duties/0/lateReason/reason").asText()).isEqualTo(REASON);
        assertThat(pack.at("/duties/0/late").asBoolean()).isTrue();
    }

    @Test
    void aPackIsSignedByAPublishedKey() throws Exception {
        report(3);
        var pack = (ObjectNode) reported.pack();

        var key = Reported.json(given().get("/v1/evidence/keys").asString()).at("/keys/0");

        var signature = pack.remove("signature");
        assertThat(signature.get("kid")).isEqualTo(key.get("kid"));
        assertThat(isSigned(
                        key, CanonicalJson.write(pack), signature.get("value").asText()))
                .isTrue();
        assertThat(isSigned(
                        key,
                        CanonicalJson.write(pack.put("format", 2)),
                        signature.get("value").asText()))
                .isFalse();
    }

    @Test
    void anAnchorBindsTheNewestEntryAndTheNextAnchorIsChainedToIt() throws Exception {
        report(3);
        var first = anchorEvidence.anchor().orElseThrow().anchor();
        var pack = reported.pack();
        var second = anchorEvidence.anchor().orElseThrow().anchor();

        assertThat(pack.at("/proofs/0/entry").asInt())
                .isEqualTo(pack.get("entries").size() - 1);
        assertThat(pack.at("/proofs/0/hash"))
                .isEqualTo(pack.at("/entries/" + (pack.get("entries").size() - 2) + "/hash"));
        assertThat(pack.at("/anchors/0/hash").asText()).isEqualTo(first.hash());
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(anchorEvidence.anchor()).isEmpty();
        assertThat(texts(reported.pack(), "anchors", "hash")).containsExactly(first.hash(), second.hash());
        assertThat(texts(anchorsAfter(first.number() - 1), "items", "hash")).startsWith(first.hash(), second.hash());
    }

    @Test
    void anEntryOfAnOpenTransactionIsAnchoredOnceItIsThere() throws Exception {
        report(3);
        anchorEvidence.anchor();
        var number = reported.pack().get("entries").size();
        try (var open = database.getConnection()) {
            open.setAutoCommit(false);
            execute(open, """
                    insert into evidence (notification_id, number, at, step, actor, body, previous_hash, hash)
                    select notification_id, number + 1, at, step, actor, body, hash, sha256(hash) from evidence
                     where notification_id = '%s' and number = %d""".formatted(reported.id, number));
            var other = new Reported(broker);
            other.exposure(clock.instant(), clock.instant());
            other.awaitStatus(NotificationStatus.DISCHARGED);
            other.close();
            anchorEvidence.anchor();
            assertThat(lastProven()).isEqualTo(number);
            open.commit();
        }

        anchorEvidence.anchor();

        assertThat(lastProven()).isEqualTo(number + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence", "evidence_anchor", "evidence_proof"})
    void theServiceCannotChangeEvidence(String table) {
        for (var change : new String[] {"update %s set hash = hash", "delete from %s", "truncate %s cascade"}) {
            assertThatThrownBy(() -> change(change.formatted(table)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aPageSaysToAPersonThatTheDutyWasMetAndHowThatIsKnown() {
        report(30);

        manager()
                .accept("text/html")
                .get("/v1/evidence/" + reported.id)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("Was each duty met?"))
                .body(containsString("Met, late"))
                .body(containsString("CQC accepted it as ENQ-"))
                .body(containsString("Decision made"))
                .body(not(containsString(Reported.CANARY)));
    }

    @Test
    void nobodyIsAnsweredWithoutTheScopeOrForNothing() {
        given().get("/v1/evidence/" + reported.id).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("notifications:read", "*"))
                .get("/v1/evidence/" + reported.id)
                .then()
                .statusCode(403);
        manager().get("/v1/evidence/" + UUID.randomUUID()).then().statusCode(404);
        manager()
                .get("/v1/evidence/" + UUID.randomUUID() + "?payload=perhaps")
                .then()
                .statusCode(400);
        manager().get("/v1/evidence/anchors?cursor=nowhere").then().statusCode(400);
    }

    /** An owner's slip is refused too, whatever it was granted. */
    @ParameterizedTest
    @ValueSource(strings = {"update evidence set actor = 'nobody'", "delete from evidence", "truncate evidence"})
    void aSlipOfTheOwnersIsRefused(String change) throws SQLException {
        try (var owner = DriverManager.getConnection(databaseUrl, "routing_owner", "trusted")) {
            assertThatThrownBy(() -> execute(owner, change)).hasMessageContaining("evidence is only ever added to");
        }
    }

    private void report(int daysAgo) {
        reported.exposure(clock.instant(), discovered(daysAgo));
        reported.awaitStatus(NotificationStatus.DISCHARGED);
    }

    private Instant discovered(int daysAgo) {
        return clock.instant().minus(Duration.ofDays(daysAgo));
    }

    private JsonNode anchorsAfter(long number) {
        return Reported.json(
                manager().get("/v1/evidence/anchors?cursor=" + number).asString());
    }

    private int lastProven() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select max(entry) from evidence_proof where notification_id = '" + reported.id + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void change(String command) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, command);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The formula of ADR 14. */
    private String hash(JsonNode entry) {
        return Sha256.hex("hub-evidence-1\n%s\n%s\n%s\n%s\n%s\n%s\n%s"
                .formatted(
                        reported.id,
                        entry.get("number").asText(),
                        entry.get("at").asText(),
                        entry.get("step").asText(),
                        entry.get("actor").asText(),
                        entry.get("body").asText(),
                        entry.get("previousHash").asText()));
    }

    private static boolean isSigned(JsonNode key, String text, String signature) throws Exception {
        var x = HexFormat.of()
                .formatHex(Base64.getUrlDecoder().decode(key.get("x").asText()));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex("302a300506032b6570032100" + x))));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getUrlDecoder().decode(signature));
    }
}
