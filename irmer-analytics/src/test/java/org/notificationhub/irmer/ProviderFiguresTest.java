package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** Activity over HTTP, real events on a real broker, and what they say of providers. Every test has a year to itself. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class ProviderFiguresTest {

    private final Bus bus;

    ProviderFiguresTest(Bus bus) {
        this.bus = bus;
    }

    @Test
    void activityIsKnownAsItWasPublishedAndFromWhenOn() {
        String before = activity("1931-32").body("figures", empty()).extract().path("asOf");
        put("1931-32", figure("RADIOTHERAPY", null, 116000)).statusCode(200).body("changed", is(1));
        put("1931-32", figure("RADIOTHERAPY", null, 118500).replace("2020-01-01", "2021-01-01"))
                .statusCode(200)
                .body("changed", is(1));

        activity("1931-32")
                .body("year", is("1931/32"))
                .body("figures.amount", contains(118500))
                .body("figures.publishedOn", contains("2021-01-01"))
                .body("figures[0].containsKey('providerId')", is(false));
        activity("1931-32?asOf=" + before).body("figures", empty());
    }

    @Test
    void theSameFiguresAgainChangeNothing() {
        var etag = put("1932-33", figure("RADIOTHERAPY", "RJ1", 5200))
                .statusCode(200)
                .extract()
                .header("ETag");

        put("1932-33", figure("RADIOTHERAPY", "RJ1", 5200))
                .statusCode(200)
                .body("changed", is(0))
                .header("ETag", is(etag));
        await().untilAsserted(() -> given().auth()
                .oauth2(TestTokens.token("analytics:read", "*"))
                .header("If-None-Match", etag)
                .get("/v1/irmer/activity/1932-33")
                .then()
                .statusCode(304));
    }

    @Test
    void anOlderPublicationThatIsToldLaterDoesNotReplaceANewerOne() {
        put("1933-34", figure("RADIOTHERAPY", null, 2).replace("2020-01-01", "2021-01-01"));

        put("1933-34", figure("RADIOTHERAPY", null, 1)).body("changed", is(1)).body("figures.amount", contains(2));
    }

    @Test
    void hundredsOfProvidersComeAsOneTable() {
        var table = new StringBuilder("amount,modality,provider_id,bound,unit,published_on,source\r\n");
        for (var provider = 0; provider < 700; provider++) {
            table.append("%d,DIAGNOSTIC_IMAGING,1-%d,EXACT,examinations,2020-01-01,\"A report, with a comma\"\r\n"
                    .formatted(1000 + provider, provider));
        }

        putCsv("1934-35", table.toString()).statusCode(200).body("changed", is(700));
        putCsv("1934-35", table.toString()).statusCode(200).body("changed", is(0));
        activity("1934-35").body("figures", hasSize(700)).body("figures.source", hasItem("A report, with a comma"));
    }

    @Test
    void everyFaultIsNamedAndNothingIsKept() {
        put("1935-36", """
                { "source": "canary\\u0007", "extra": 1, "figures": [
                  { "modality": "RADIOTHERAPY", "amount": 5, "bound": "EXACT", "unit": "episodes" },
                  { "modality": "TELEPATHY", "providerId": "a b", "amount": -1, "bound": "SOME", "unit": "" },
                  { "modality": "RADIOTHERAPY", "amount": 6, "bound": "EXACT", "unit": "episodes" } ] }""")
                .statusCode(400)
                .body("code", is("VALIDATION"))
                .body(
                        "errors.pointer",
                        contains(
                                "",
                                "/figures/1/amount",
                                "/figures/1/bound",
                                "/figures/1/modality",
                                "/figures/1/providerId",
                                "/figures/1/unit",
                                "/figures/2",
                                "/publishedOn",
                                "/source"))
                .body("errors.code", hasItem("DUPLICATE"))
                .body("errors.detail", not(hasItem(containsString("canary"))));
        putCsv("1935-36", "modality,amount\nRADIOTHERAPY,1\n")
                .statusCode(400)
                .body("errors.code", contains("COLUMNS_WRONG"));
        putCsv(
                        "1935-36",
                        "published_on,source,modality,provider_id,amount,bound,unit\n2999-01-01,x,RADIOTHERAPY,,many,EXACT,y\n")
                .statusCode(400)
                .body("errors.code", contains("OUT_OF_RANGE", "IN_THE_FUTURE"));
        activity("1935-36").body("figures", empty());
    }

    @Test
    void whatCqcPublishedIsKnownFromTheStart() {
        activity("2023-24")
                .body(
                        "figures.findAll { it.providerId == null }.modality",
                        contains("DIAGNOSTIC_IMAGING", "RADIOTHERAPY"))
                .body("figures.findAll { it.providerId == null }.amount", contains(30000000, 116000))
                .body("figures.findAll { it.providerId == null }.bound", contains("AT_LEAST", "ABOUT"));
        activity("2018-19").body("figures[0].publishedOn", nullValue());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            analytics:read,     PUT, 403
            analytics:write,    GET, 403
            notifications:read, GET, 403
            """)
    void onlyThoseMayWhoHaveTheScope(String scope, String method, int status) {
        given().auth()
                .oauth2(TestTokens.token(scope, "*"))
                .contentType("application/json")
                .body(figure("RADIOTHERAPY", null, 1))
                .request(method, "/v1/irmer/activity/1936-37")
                .then()
                .statusCode(status);
    }

    @Test
    void providersAreSeenBesideWhatTheirActivityLetsOneExpect() {
        put("1937-38", figures("RADIOTHERAPY", "R0A", 100_000, "R0B", 100_000, "R0C", 100_000, "R0D", 1_000));
        publish("1937-06-01T10:00:00Z", "R0A", 40);
        publish("1937-06-01T10:00:00Z", "R0B", 8);

        var table = providers("1937-38?modality=RADIOTHERAPY", 48);

        table.body("tables[0].rows.provider", contains("ENGLAND", "R0A", "R0B", "R0C", "R0D"))
                .body("tables[0].rows.modality", everyItem(is("RADIOTHERAPY")))
                .body("tables[0].rows.count", contains(48, 40, 8, 0, 0))
                .body("tables[0].rows.mark", contains(null, "HIGH", "LOW", "ZERO", "ZERO"))
                .body("tables[0].rows.beyond", contains(null, "LIMITS_99_8", "LIMITS_95", "LIMITS_99_8", "NEITHER"))
                .body("tables[0].rows[0].perMillion", is(159.5f))
                .body("tables[0].rows[1].perMillion", is(400.0f))
                .body("tables[0].rows[1].expected", is(15.9f))
                .body("tables[0].rows[1].lower95", is(9))
                .body("tables[0].rows[1].upper998", is(30))
                .body("tables[0].finding", containsString("2 are zero, which is unusual for 1 of them"));
    }

    @Test
    void smallCountsAreWithheldAndWhatTheyCouldBeWorkedOutFrom() {
        put("1939-40", figures("RADIOTHERAPY", "R0A", 1_000, "R0B", 1_000, "R0C", 1_000));
        publish("1939-06-01T10:00:00Z", "R0A", 2);
        publish("1939-06-01T10:00:00Z", "R0B", 7);
        publish("1939-06-01T10:00:00Z", "R0C", 9);

        var table = providers("1939-40", 18);

        assertThat(counts(table, "RADIOTHERAPY")).containsExactly(18, null, null, 9);
        assertThat(counts(table, "ALL")).containsExactly(18, null, null, 9);
        assertThat(counts(table, "NUCLEAR_MEDICINE")).containsExactly(0);
        table.body("tables[0].rows.find { it.provider == 'R0A' }.marks.count", is("CONFIDENTIAL"))
                .body("tables[0].rows.find { it.provider == 'R0A' }.marks.perMillion", is("CONFIDENTIAL"))
                .body("tables[0].rows.find { it.provider == 'R0A' }.marks.mark", is("CONFIDENTIAL"))
                .body("tables[0].rows.find { it.provider == 'R0A' }.expected", is(6.0f));
        providers("1939-40?modality=RADIOTHERAPY", 18).body("tables[0].rows.count", contains(18, null, null, 9));
        assertThat(reader().get("/v1/irmer/years/1939-40/providers.csv?modality=RADIOTHERAPY")
                        .asString())
                .contains("R0A,RADIOTHERAPY,,[c],1000,,episodes,EXACT,,,[c],6.0,,2,,11,,0,,15,,,[c],,[c]");
    }

    /** Whoever could list a provider's events could count them. */
    @Test
    void whoseAnEventIsIsToldToThoseWhoReviewOnly() {
        publish("1929-06-01T10:00:00Z", "R0Z", 1);
        providers("1929-30", 1);

        get("/v1/irmer/events?year=1929-30")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].containsKey('provider')", is(false));
        get("/v1/irmer/events?provider=R0Z").statusCode(403);
        given().auth()
                .oauth2(TestTokens.token("analytics:read analytics:write", "*"))
                .get("/v1/irmer/events?provider=R0Z")
                .then()
                .body("items.provider", contains("R0Z"));
    }

    @Test
    void whatIsNoModalityIsNamed() {
        get("/v1/irmer/years/1938-39/providers?modality=canary")
                .statusCode(400)
                .body("errors.pointer", contains("modality"));
        get("/v1/irmer/years/1938/providers").statusCode(404);
    }

    private void publish(String at, String provider, int times) {
        IntStream.range(0, times)
                .forEach(time -> bus.publish(Notifications.anExposure()
                        .from(provider)
                        .of("RADIOTHERAPY")
                        .received(at)));
    }

    private static ValidatableResponse providers(String yearAndQuery, int total) {
        var year = yearAndQuery.split("\\?")[0];
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("/v1/irmer/years/" + year).body("total", is(total)));
        return get("/v1/irmer/years/" + year + "/providers" + yearAndQuery.substring(year.length()))
                .statusCode(200);
    }

    private static List<Object> counts(ValidatableResponse table, String modality) {
        List<Map<String, Object>> rows = table.extract().path("tables[0].rows");
        return rows.stream()
                .filter(row -> modality.equals(row.get("modality")))
                .map(row -> row.get("count"))
                .toList();
    }

    private static ValidatableResponse activity(String yearAndQuery) {
        return get("/v1/irmer/activity/" + yearAndQuery).statusCode(200);
    }

    private static String figures(String modality, Object... providersAndAmounts) {
        var figures = new StringBuilder();
        for (var each = 0; each < providersAndAmounts.length; each += 2) {
            figures.append(each == 0 ? "" : ", ")
                    .append(
                            "{ \"modality\": \"%s\", \"providerId\": \"%s\", \"amount\": %s, \"bound\": \"EXACT\", \"unit\": \"episodes\" }"
                                    .formatted(modality, providersAndAmounts[each], providersAndAmounts[each + 1]));
        }
        return "{ \"publishedOn\": \"2020-01-01\", \"source\": \"A report\", \"figures\": [ " + figures + " ] }";
    }

    private static String figure(String modality, String provider, int amount) {
        return figures(modality, provider, amount).replace("\"providerId\": \"null\", ", "");
    }

    private static ValidatableResponse put(String year, String body) {
        return put(year, "application/json", body);
    }

    private static ValidatableResponse putCsv(String year, String body) {
        return put(year, "text/csv", body);
    }

    private static ValidatableResponse put(String year, String type, String body) {
        return given().auth()
                .oauth2(TestTokens.token("analytics:write", "*"))
                .contentType(type)
                .body(body.getBytes(UTF_8))
                .put("/v1/irmer/activity/" + year)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return reader().get(path).then();
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.token("analytics:read", "*"));
    }
}
