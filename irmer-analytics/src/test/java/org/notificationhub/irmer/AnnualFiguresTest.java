package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.irmer.Notifications.anExposure;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** Real events on a real broker, counted over HTTP. Every test has a year to itself. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class AnnualFiguresTest {

    private final Bus bus;
    private final DataSource database;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    AnnualFiguresTest(Bus bus, DataSource database) {
        this.bus = bus;
        this.database = database;
    }

    @Test
    void notificationsAreCountedByModality() {
        publish(
                anExposure().of("DIAGNOSTIC_IMAGING").received("2001-05-01T10:00:00Z"),
                anExposure().of("DIAGNOSTIC_IMAGING").received("2001-06-01T10:00:00Z"),
                anExposure().of("RADIOTHERAPY").received("2002-03-31T22:59:59Z"));

        year("2001-02")
                .body("year", is("2001/02"))
                .body("from", is("2001-04-01"))
                .body("to", is("2002-03-31"))
                .body("total", is(3))
                .body("modalities.modality", contains("DIAGNOSTIC_IMAGING", "NUCLEAR_MEDICINE", "RADIOTHERAPY"))
                .body("modalities.count", contains(2, 0, 1))
                .body("modalities.percent", contains(67, 0, 33))
                .body("modalities.nhsCount", contains(nullValue(), nullValue(), nullValue()))
                .body("unclassified", is(0))
                .body("withdrawn", is(0));
    }

    @Test
    void theDayInLondonDecidesTheYear() {
        publish(
                anExposure().received("2004-03-31T22:59:59.999Z"),
                anExposure().received("2004-03-31T23:30:00Z"),
                anExposure().received("2004-04-01T00:30:00Z"));

        year("2003-04").body("total", is(1));
        year("2004-05").body("total", is(2));
    }

    @Test
    void whatCqcHadBeenToldBeforeCountsFromThatDay() {
        publish(anExposure().toldCqcAt("2006-09-01T10:00:00Z").received("2026-11-20T10:00:00Z"));

        year("2006-07").body("total", is(1));
    }

    @Test
    void anEmployerWhomCqcHasNotRegisteredCounts() {
        var kept = anExposure().by("EMP-0042");
        var withdrawn = anExposure().by("EMP-0042");
        publish(kept.received("1998-05-01T10:00:00Z"), withdrawn.received("1998-05-01T10:00:00Z"));
        publish(kept.of("RADIOTHERAPY").amended(2), withdrawn.withdrawn(2));

        year("1998-99")
                .body("total", is(1))
                .body("modalities.count", contains(0, 0, 1))
                .body("withdrawn", is(1));
    }

    @Test
    void theSameEventAgainCountsOnce() {
        var notification = anExposure();
        var event = notification.received("2008-05-01T10:00:00Z");
        var first = bus.publish(event);
        bus.publish(first, event);
        bus.publish(event);
        publish(notification.of("NUCLEAR_MEDICINE").amended(2));

        year("2008-09").body("total", is(1)).body("modalities.count", contains(0, 1, 0));
        assertThat(given().get(metrics).asString())
                .containsPattern("hub_inbox_duplicates_total\\{topic=\"notifications.v1\"\\} [1-9]");
    }

    @Test
    void theHighestVersionIsTheTruthInWhicheverOrderTheyCome() {
        var notification = anExposure();
        publish(notification.of("RADIOTHERAPY").amended(3));
        publish(notification.of("NUCLEAR_MEDICINE").amended(2));
        publish(notification.of("DIAGNOSTIC_IMAGING").received("2010-05-01T10:00:00Z"));

        year("2010-11").body("total", is(1)).body("modalities.count", contains(0, 0, 1));
    }

    @Test
    void aWithdrawalTakesTheNotificationOutOfEveryCountButItsOwn() {
        var notification = anExposure();
        publish(notification.received("2012-05-01T10:00:00Z"), anExposure().received("2012-06-01T10:00:00Z"));
        publish(notification.withdrawn(2));

        year("2012-13")
                .body("total", is(1))
                .body("modalities.count", contains(1, 0, 0))
                .body("withdrawn", is(1));
    }

    @Test
    void followUpsTestDataAndOtherTypesAreNeverCounted() {
        publish(
                anExposure().ofType("IRMER_SAUE_INVESTIGATION_REPORT").received("2014-05-01T10:00:00Z"),
                anExposure().ofType("SERIOUS_INJURY").received("2014-05-01T10:00:00Z"),
                anExposure().asTestData().received("2014-05-01T10:00:00Z"));

        year("2014-15").body("total", is(0)).body("withdrawn", is(0));
    }

    @Test
    void aModalityThatIsMissingOrUnknownIsUnclassified() {
        publish(
                anExposure().of(null).received("2016-05-01T10:00:00Z"),
                anExposure().of("TELEPATHY").received("2016-05-01T10:00:00Z"));

        year("2016-17").body("total", is(2)).body("unclassified", is(2));
    }

    @Test
    void asOfShowsWhatWasKnownThen() {
        var notification = anExposure();
        publish(notification.of("RADIOTHERAPY").received("2018-05-01T10:00:00Z"));
        String before = year("2018-19")
                .body("modalities.count", contains(0, 0, 1))
                .extract()
                .path("asOf");
        publish(notification.of("NUCLEAR_MEDICINE").amended(2));
        publish(notification.withdrawn(3));

        year("2018-19").body("total", is(0)).body("withdrawn", is(1));
        year("2018-19?asOf=" + before)
                .body("asOf", is(before))
                .body("modalities.count", contains(0, 0, 1))
                .body("withdrawn", is(0));
        year("2018-19?asOf=2018-06-01T00:00:00Z").body("total", is(0));
    }

    @Test
    void theListLeadsToEveryYear() {
        publish(anExposure().received("2020-05-01T10:00:00Z"), anExposure().received("2022-05-01T10:00:00Z"));

        get("/v1/irmer/years")
                .statusCode(200)
                .body("items.year", hasItems("2020/21", "2021/22", "2022/23"))
                .body("items.find { it.year == '2020/21' }.total", is(1))
                .body("items.find { it.year == '2021/22' }.total", is(0))
                .body("items.find { it.year == '2020/21' }.self", is("/v1/irmer/years/2020-21"))
                .body("containsKey('next')", is(true));
    }

    @Test
    void whatCannotBeReadIsPutAsideAndHoldsNothingUp() {
        var notification = anExposure();
        var key = notification.id().toString();
        bus.send(Bus.garbage(key, "canary: not an event"));
        var broken = Bus.garbage(key, "{\"canary\":");
        Bus.header(broken, "ce_specversion", "1.0");
        Bus.header(broken, "ce_id", UUID.randomUUID().toString());
        Bus.header(broken, "ce_source", "/hub/notification-intake");
        Bus.header(broken, "ce_type", "org.notificationhub.notification.received.v1");
        Bus.header(broken, "content-type", "application/json");
        bus.send(broken);
        publish(notification.received("2024-05-01T10:00:00Z"));

        year("2024-25").body("total", is(1));
        await().untilAsserted(() -> assertThat(bus.deadLetters())
                .filteredOn(letter -> key.equals(letter.key()))
                .hasSize(2)
                .allSatisfy(letter -> {
                    assertThat(new String(letter.value(), UTF_8)).contains("canary");
                    assertThat(reason(letter.headers()
                                    .lastHeader("dead-letter-reason")
                                    .value()))
                            .doesNotContain("canary");
                }));
        assertThat(given().get(metrics).asString())
                .containsPattern("hub_dead_letters_total\\{topic=\"notifications.v1\"\\} [1-9]");
    }

    @Test
    void whatCannotBeAppliedIsPutAsideAndLeavesNoMark() throws SQLException {
        var incomplete = new NotificationReceived(Notifications.newId(), null, null);
        var event = bus.publish(incomplete);

        await().untilAsserted(() -> assertThat(bus.deadLetters())
                .extracting(ConsumerRecord::key)
                .contains(incomplete.notificationId().toString()));
        assertThat(applied(List.of(event))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023", "2023-25", "latest", "2023-24.xlsx"})
    void whatIsNoYearIsNotFound(String year) {
        get("/v1/irmer/years/" + year).statusCode(404).body("code", is("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "2026-11-23", "2026-11-23T09:00:00"})
    void anAsOfThatIsNoTimeIsNamed(String asOf) {
        get("/v1/irmer/years/2023-24?asOf=" + asOf)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("QUERY_INVALID"))
                .body("errors.pointer", contains("asOf"))
                .body("errors.detail", not(contains(asOf)));
    }

    @Test
    void onlyThoseMayReadWhoHaveTheScope() {
        given().get("/v1/irmer/years").then().statusCode(401).body("code", is("UNAUTHENTICATED"));
        given().auth()
                .oauth2(TestTokens.token("analytics:read", Duration.ofMinutes(-5), "*"))
                .get("/v1/irmer/years")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("notifications:read", "*"))
                .get("/v1/irmer/years/2023-24")
                .then()
                .statusCode(403)
                .body("code", is("FORBIDDEN"));
    }

    @Test
    void itIsReady() {
        await().untilAsserted(() -> given().get(ready).then().statusCode(200).body("status", is("UP")));
    }

    private void publish(HubEvent... events) {
        var ids = Arrays.stream(events).map(bus::publish).toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> applied(ids));
    }

    private boolean applied(List<UUID> events) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select count(*) from inbox where event_id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getInt(1) == events.size();
            }
        }
    }

    private static String reason(byte[] header) {
        return new String(header, UTF_8);
    }

    private static ValidatableResponse year(String year) {
        return get("/v1/irmer/years/" + year).statusCode(200);
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(TestTokens.token("analytics:read", "*"))
                .get(path)
                .then();
    }
}
