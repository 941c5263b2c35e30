package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.notificationhub.irmer.Notifications.anExposure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.irmer.count.Counts;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** The annual report's figures over HTTP, from real events on a real broker. Every test has years to itself. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class ReportFiguresTest {

    private static final String FROM_A_TRUST = "{ 'organisationType': 'NHS_ACUTE' }";

    private final Told told;
    private final Counts counts;
    private final DataSource database;

    ReportFiguresTest(Told told, Counts counts, DataSource database) {
        this.told = told;
        this.counts = counts;
        this.database = database;
    }

    @Test
    void aYearSaysWhatIsAcuteTrustsAndWhatIsLeftOut() {
        told.of(
                exposure("DIAGNOSTIC_IMAGING", "1951-05-01", FROM_A_TRUST),
                exposure("DIAGNOSTIC_IMAGING", "1951-05-01", "{ 'organisationType': 'DENTAL' }"),
                exposure("RADIOTHERAPY", "1951-05-01", "{}"),
                exposure("RADIOTHERAPY", "1951-05-01", "{ 'country': 'WALES' }"),
                anExposure().asTestData().received("1951-05-01T10:00:00Z"));

        get("/v1/irmer/years/1951-52")
                .body("total", is(3))
                .body("modalities.nhsCount", contains(1, null, null))
                .body("modalities.nhsPercent", contains(50, null, null))
                .body("modalities.activity", contains(nullValue(), nullValue(), nullValue()))
                .body("awaitingClassification", is(3))
                .body("possibleDuplicates", is(0))
                .body("leftOut.find { it.reason == 'TEST' }.count", is(1))
                .body("leftOut.find { it.reason == 'OUTSIDE_ENGLAND' }.count", is(1))
                .body("provisional", is(true))
                .body("demonstration", is(false));
    }

    @Test
    void aRateIsOfTheActivityKnownAtTheTime() throws SQLException {
        told.of(exposure("RADIOTHERAPY", "1952-05-01", "{}"), exposure("RADIOTHERAPY", "1952-06-01", "{}"));
        var before = asOf("/v1/irmer/years/1952-53");
        state(1952, "RADIOTHERAPY", 116_000, "ABOUT");

        get("/v1/irmer/years/1952-53")
                .body("modalities.activity", contains(null, null, 116_000))
                .body("modalities.activityBound", contains(null, null, "ABOUT"))
                .body("modalities.perMillion", contains(null, null, 17.2f));
        get("/v1/irmer/years/1952-53?asOf=" + before).body("modalities.perMillion", everyItem(nullValue()));
    }

    @Test
    void errorsAreATreeOfWhatReviewsFound() throws SQLException {
        var first = told.of(exposure("DIAGNOSTIC_IMAGING", "1953-05-01", "{}"));
        var second = told.of(exposure("DIAGNOSTIC_IMAGING", "1953-05-01", "{}"));
        told.of(exposure("DIAGNOSTIC_IMAGING", "1953-05-01", "{}"), exposure("RADIOTHERAPY", "1953-05-01", "{}"));
        var before = asOf("/v1/irmer/years/1953-54/errors");
        classify(first, "REFERRER", "INCORRECT_REFERRAL", "WRONG_PATIENT");
        classify(second, "REFERRER");

        get("/v1/irmer/years/1953-54/errors?modality=DIAGNOSTIC_IMAGING")
                .body("year", is("1953/54"))
                .body("modalities", hasSize(1))
                .rootPath("modalities[0]")
                .body("count", is(3))
                .body("awaitingReview", is(1))
                .body("tier1.code", contains("REFERRER"))
                .body("tier1[0].label", is("Referrer"))
                .body("tier1[0].count", is(2))
                .body("tier1[0].percent", is(67))
                .body("tier1[0].notClassifiedFurther", is(1))
                .body("tier1[0].children[0].code", is("INCORRECT_REFERRAL"))
                .body("tier1[0].children[0].children[0].code", is("WRONG_PATIENT"))
                .body("tier1[0].children[0].children[0].label", is("Wrong patient"))
                .body("tier1[0].children[0].children[0].children", empty());
        get("/v1/irmer/years/1953-54/errors?asOf=" + before)
                .body("modalities.modality", contains("DIAGNOSTIC_IMAGING", "NUCLEAR_MEDICINE", "RADIOTHERAPY"))
                .body("modalities.awaitingReview", contains(3, 0, 1));
        assertThat(get("/v1/irmer/years/1953-54/errors.csv?modality=DIAGNOSTIC_IMAGING")
                        .header(
                                "Content-Disposition",
                                containsString("irmer-errors-diagnostic-imaging-england-1953-54.csv"))
                        .extract()
                        .asString()
                        .lines())
                .first()
                .asString()
                .startsWith("modality,modality_label,tier1,tier1_label,tier2,");
    }

    @Test
    void codesFactorsAndSubModalitiesAreCountedFromWhatWasNotified() {
        told.of(
                exposure("DIAGNOSTIC_IMAGING", "1954-05-01", "{ 'contributoryFactors': ['INTERRUPTION'] }"),
                exposure("DIAGNOSTIC_IMAGING", "1954-05-01", "{}"),
                exposure("DIAGNOSTIC_IMAGING", "1955-05-01", """
                        { 'subModality': 'CT', 'saueCode': '1', 'complementaryCodes': ['EQUIPMENT'],
                          'contributoryFactors': ['INTERRUPTION', 'WORKLOAD'] }"""));

        get("/v1/irmer/years/1955-56/sub-modalities")
                .body("name", is("irmer-sub-modalities-england-1955-56"))
                .body("period", is("1955/56 (1 April 1955 to 31 March 1956)"))
                .body("countingRules", hasItem(startsWith("The unit is the notification")))
                .body("tables[0].rows.subModality", contains("CT"))
                .body("tables[0].rows.percent", contains(100))
                .body("tables[0].finding", is("Diagnostic imaging: CT was 100% (1 of 1)."));
        get("/v1/irmer/years/1955-56/codes")
                .body("tables.name", contains("codes", "complementary-codes"))
                .body("tables[0].rows[0].code", is("1"))
                .body("tables[0].rows[0].criterion", nullValue())
                .body("tables[0].rows[0].marks.criterion", is("NOT_AVAILABLE"))
                .body("tables[1].rows[0].code", is("EQUIPMENT"))
                .body("tables[1].rows[0].meaning", is("A failure of equipment was the direct cause."));
        get("/v1/irmer/years/1955-56/factors")
                .body("tables[0].rows.findAll { it.modality == 'ALL' }.factor", contains("INTERRUPTION", "WORKLOAD"))
                .rootPath("tables[0].rows[0]")
                .body("factorLabel", is("Interruption or distraction"))
                .body("practicalAction", startsWith("Keep checks and set-up free of interruption"))
                .body("stated", is(1))
                .body("confirmed", is(0))
                .body("percent", is(100))
                .body("countBefore", is(1))
                .body("percentBefore", is(50))
                .body("changeInShare", is(50));
    }

    @Test
    void aCodeIsExplainedByTheEditionOfItsYear() {
        told.of(exposure("RADIOTHERAPY", "2024-02-01", "{ 'saueCode': '4.2b' }"));

        get("/v1/irmer/years/2023-24/codes")
                .rootPath("tables[0].rows.find { it.code == '4.2b' }")
                .body("edition", is("SAUE_2023"))
                .body("criterion", containsString("half more"));
    }

    @Test
    void timelinessIsJudgedFromTheDayOfDiscovery() {
        told.of(
                exposure("RADIOTHERAPY", "1956-05-15", "{ 'discoveredAt': '1956-05-01T09:00:00Z' }"),
                exposure("RADIOTHERAPY", "1956-05-16", "{ 'discoveredAt': '1956-05-01T09:00:00Z' }"),
                exposure("RADIOTHERAPY", "1956-05-16", "{}"));

        get("/v1/irmer/years/1956-57/timeliness")
                .rootPath("tables[0].rows.find { it.modality == 'RADIOTHERAPY' && it.step == 'NOTIFIED' }")
                .body("inTime", is(1))
                .body("late", is(1))
                .body("notKnown", is(1))
                .body("percentInTime", is(50))
                .rootPath("tables[0].rows.find { it.modality == 'RADIOTHERAPY' && it.step == 'REPORTED' }")
                .body("overdue", is(2))
                .body("notKnown", is(1))
                .body("percentInTime", is(0));
    }

    @Test
    void theTrendHasWhatWasCountedBesideWhatWasPublished() {
        told.of(exposure("RADIOTHERAPY", "1957-05-01", "{}"));

        get("/v1/irmer/trend?from=1957-58&to=1957-58")
                .body("tables.name", contains("trend", "series-breaks"))
                .body("tables[0].rows.period", everyItem(is("1957/58")))
                .body("tables[0].rows.find { it.modality == 'RADIOTHERAPY' }.count", is(1))
                .body("tables[1].rows", empty());
        get("/v1/irmer/trend?from=2019-20&to=2022-23")
                .body(
                        "tables[0].rows.findAll { it.series == 'PUBLISHED' && it.modality == 'ALL' }.count",
                        contains(407, 499, null, null))
                .body("tables[1].rows.on", contains("2019-06-03", "2020-04-01", "2020-08-01"))
                .body("tables[0].notes", hasItem(startsWith("3 June 2019 to March 2020: Ten months")));
        get("/v1/irmer/trend").body("tables[0].rows.period", hasItems("2008", "1957/58", "2024/25"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2023, from, NOT_A_YEAR",
        "to=2023-25, to, NOT_A_YEAR",
        "from=2023-24&to=2022-23, to, BEFORE_FROM",
        "asOf=canary, asOf, NOT_A_DATE_TIME",
    })
    void aSpanThatIsNoneIsNamed(String query, String pointer, String code) {
        answer("/v1/irmer/trend?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("QUERY_INVALID"))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code))
                .body("errors.detail", not(hasItem(containsString("canary"))));
    }

    @Test
    void aModalityThatIsNoneIsNamed() {
        answer("/v1/irmer/years/2023-24/errors?modality=canary")
                .statusCode(400)
                .body("errors.pointer", contains("modality"))
                .body("errors.code", contains("NOT_A_CODE"));
    }

    /** The files of a year are its whole report. */
    @Test
    void theWholeReportIsOneBook() {
        told.of(exposure("RADIOTHERAPY", "1958-05-01", FROM_A_TRUST));

        assertThat(get("/v1/irmer/years/1958-59.csv")
                        .extract()
                        .asString()
                        .lines()
                        .toList())
                .first()
                .asString()
                .startsWith("modality,modality_label,count,")
                .contains(",per_million");
        for (var table : List.of(
                "sub-modalities",
                "errors",
                "codes",
                "complementary-codes",
                "factors",
                "timeliness",
                "left-out",
                "trend",
                "series-breaks")) {
            get("/v1/irmer/years/1958-59.csv?table=" + table)
                    .header("Content-Disposition", endsWith("1958-59-" + table + ".csv\""));
        }
        get("/v1/irmer/years/1958-59.ods").contentType("application/vnd.oasis.opendocument.spreadsheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".csv", "/errors", "/sub-modalities", "/codes", "/factors", "/timeliness.ods"})
    void figuresAreForThoseWhoMayRead(String path) {
        given().get("/v1/irmer/years/2023-24" + path).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("notifications:read", "*"))
                .get("/v1/irmer/years/2023-24" + path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/errors", "/sub-modalities", "/codes", "/factors", "/timeliness"})
    void aYearThatIsNoneHasNoFigures(String path) {
        answer("/v1/irmer/years/2023-25" + path).statusCode(404);
    }

    private static NotificationReceived exposure(String modality, String day, String details) {
        var received = anExposure().of(modality).received(day + "T10:00:00Z");
        try {
            ((ObjectNode) received.content().details())
                    .setAll((ObjectNode) new ObjectMapper().readTree(details.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return received;
    }

    private void classify(UUID notification, String... tiers) {
        QuarkusTransaction.requiringNew().run(() -> {
            var at = counts.open();
            classified(notification, at, tiers);
            counts.settle(List.of(notification), at);
        });
    }

    private void classified(UUID notification, Instant at, String[] tiers) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into classification (notification_id, revision, recorded_at, assigned_by, tiers)"
                                + " values (?, 1, ?, 'test', ?)")) {
            insert.setObject(1, notification);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setArray(3, connection.createArrayOf("text", tiers));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void state(int year, String modality, long amount, String bound) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into activity (year, modality, published_on, recorded_at, amount, bound, unit, source)"
                                + " values (?, ?, '1973-01-01', clock_timestamp(), ?, ?, 'episodes', 'a test')")) {
            insert.setInt(1, year);
            insert.setString(2, modality);
            insert.setLong(3, amount);
            insert.setString(4, bound);
            insert.executeUpdate();
        }
    }

    private static String asOf(String path) {
        return get(path).extract().path("asOf");
    }

    private static ValidatableResponse get(String path) {
        return answer(path).statusCode(200);
    }

    private static ValidatableResponse answer(String path) {
        return given().auth()
                .oauth2(TestTokens.token("analytics:read", "*"))
                .get(path)
                .then();
    }
}
