package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.irmer.Notifications.anExposure;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.count.Recount;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.rest.ClassificationResource;
import org.notificationhub.irmer.rest.TermResource;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** Real events on a real broker, classified over HTTP. Every test has a year to itself. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class ClassificationTest {

    private static final String FOUND = ClassificationResource.EXAMPLE;

    private static final String FOUND_OTHERWISE = """
            { "tier1": "OPERATOR", "tier2": "PATIENT_CHECKS" }""";

    private final Told told;
    private final CountReader counts;
    private final Recount recount;

    ClassificationTest(Told told, CountReader counts, Recount recount) {
        this.told = told;
        this.counts = counts;
        this.recount = recount;
    }

    @Test
    void whatAReviewFoundIsKeptAndCounted() {
        var id = told.of(anExposure().received("2061-05-01T10:00:00Z"));

        classify(id, FOUND)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("id", is(id.toString()))
                .body("revision", is(1))
                .body("subModality", is("CT"))
                .body("tier1", is("REFERRER"))
                .body("tier2", is("INCORRECT_REFERRAL"))
                .body("tier3", is("WRONG_PATIENT"))
                .body("factors", contains("INTERRUPTION", "SIMILAR_RECORDS_OPEN"))
                .body("assignedBy", is("test-client"))
                .body("assignedAt", notNullValue());

        assertThat(cells(2061, Dimension.TIER))
                .containsExactly("DIAGNOSTIC_IMAGING>REFERRER>INCORRECT_REFERRAL>WRONG_PATIENT 1");
        assertThat(cells(2061, Dimension.SUB_MODALITY)).containsExactly("DIAGNOSTIC_IMAGING>CT 1");
        assertThat(cells(2061, Dimension.FACTOR))
                .containsExactly(
                        "DIAGNOSTIC_IMAGING>INTERRUPTION>CONFIRMED 1",
                        "DIAGNOSTIC_IMAGING>SIMILAR_RECORDS_OPEN>CONFIRMED 1");
        assertThat(recount.drift()).isEmpty();
    }

    @Test
    void aLaterReviewCountsInPlaceOfTheEarlierWhichStaysInTheHistory() {
        var id = told.of(anExposure().received("2062-05-01T10:00:00Z"));
        classify(id, FOUND).statusCode(201);

        reviewer("second-reviewer")
                .header("If-Match", "\"1\"")
                .body(FOUND_OTHERWISE)
                .put(path(id))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        assertThat(cells(2062, Dimension.TIER)).containsExactly("DIAGNOSTIC_IMAGING>OPERATOR>PATIENT_CHECKS 1");
        get(path(id)).statusCode(200).header("ETag", "\"2\"").body("subModality", nullValue());
        get(path(id) + "/history")
                .statusCode(200)
                .body("items.revision", contains(1, 2))
                .body("items.tier1", contains("REFERRER", "OPERATOR"))
                .body("items.assignedBy", contains("test-client", "second-reviewer"));
        assertThat(recount.drift()).isEmpty();
    }

    @Test
    void theSameAgainChangesNothing() {
        var id = told.of(anExposure().received("2063-05-01T10:00:00Z"));
        classify(id, FOUND).statusCode(201);

        var inAnotherOrder = FOUND.replace(
                "\"INTERRUPTION\", \"SIMILAR_RECORDS_OPEN\"", "\"SIMILAR_RECORDS_OPEN\", \"INTERRUPTION\"");
        assertThat(inAnotherOrder).isNotEqualTo(FOUND);

        classify(id, inAnotherOrder).statusCode(200).header("ETag", "\"1\"");

        get(path(id) + "/history").body("items.revision", contains(1));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotRead() {
        var id = told.of(anExposure().received("2064-05-01T10:00:00Z"));
        reviewer().header("If-Match", "\"1\"").body(FOUND).put(path(id)).then().statusCode(412);
        reviewer().header("If-None-Match", "*").body(FOUND).put(path(id)).then().statusCode(201);

        classify(id, FOUND_OTHERWISE).statusCode(428).body("code", is("PRECONDITION_REQUIRED"));
        for (var tag : List.of("\"2\"", "W/\"1\"", "1")) {
            reviewer()
                    .header("If-Match", tag)
                    .body(FOUND_OTHERWISE)
                    .put(path(id))
                    .then()
                    .statusCode(412)
                    .body("code", is("STALE"));
        }
        reviewer()
                .header("If-None-Match", "*")
                .body(FOUND_OTHERWISE)
                .put(path(id))
                .then()
                .statusCode(412);

        get(path(id) + "/history").body("items.revision", contains(1));
        reviewer()
                .header("If-Match", "\"7\", \"1\"")
                .body(FOUND_OTHERWISE)
                .put(path(id))
                .then()
                .statusCode(200);
    }

    @Test
    void whoHasItIsToldThatItIsStillTheSame() {
        var id = told.of(anExposure().received("2064-06-01T10:00:00Z"));
        classify(id, FOUND);

        reader().header("If-None-Match", "\"1\"").get(path(id)).then().statusCode(304);
        reader().header("If-None-Match", "\"0\"").get(path(id)).then().statusCode(200);
    }

    @Test
    void whatIsNoTermOfTheModalityAndTheYearIsNamedAndNeverRepeated() {
        var id = told.of(anExposure().received("2065-05-01T10:00:00Z"));

        var answer = classify(id, """
                { "subModality": "BRACHYTHERAPY", "tier1": "REFERRER", "tier2": "CANARY", "tier3": "WRONG_PATIENT",
                  "factors": ["INTERRUPTION", "CANARY"] }""")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("RULE_BROKEN"))
                .body("errors.pointer", contains("/factors/1", "/subModality", "/tier2"))
                .body("errors.code", everyItem(is("NOT_A_TERM")))
                .body("errors.detail", everyItem(containsString("year=2065-66")));

        assertThat(answer.extract().asString()).doesNotContain("CANARY", "BRACHYTHERAPY");
        get(path(id)).statusCode(404);
        get(path(id) + "/history").statusCode(200).body("items", empty());
    }

    @Test
    void aTermIsAddedWhenAReviewNeedsIt() {
        var id = told.of(anExposure().received("2066-05-01T10:00:00Z"));
        var found = """
                { "tier1": "OPERATOR", "tier2": "PATIENT_CHECKS", "tier3": "IDENTITY_NOT_CHECKED" }""";
        classify(id, found).statusCode(422).body("errors.pointer", contains("/tier3"));
        var term = """
                { "kind": "TIER", "modality": "DIAGNOSTIC_IMAGING",
                  "path": ["OPERATOR", "PATIENT_CHECKS", "IDENTITY_NOT_CHECKED"], "label": "Identity not checked",
                  "firstYear": "2066/67", "lastYear": "2066/67", "source": "A report that a reviewer read" }""";

        reviewer()
                .body(term)
                .post("/v1/irmer/terms")
                .then()
                .statusCode(201)
                .body("code", is("IDENTITY_NOT_CHECKED"))
                .body("addedBy", is("test-client"));

        classify(id, found).statusCode(201);
        reviewer().body(term).post("/v1/irmer/terms").then().statusCode(409).body("code", is("TERM_EXISTS"));
        reviewer()
                .body(term.replace("66/67", "67/68"))
                .post("/v1/irmer/terms")
                .then()
                .statusCode(201);
        get("/v1/irmer/terms?kind=TIER&modality=DIAGNOSTIC_IMAGING&year=2066-67")
                .body("items.code", hasItem("IDENTITY_NOT_CHECKED"));
        get("/v1/irmer/terms?kind=TIER&modality=DIAGNOSTIC_IMAGING&year=2065-66")
                .body("items.code", not(hasItem("IDENTITY_NOT_CHECKED")));
    }

    @Test
    void theExampleOfATermIsTaken() {
        reviewer().body(TermResource.EXAMPLE).post("/v1/irmer/terms").then().statusCode(201);
    }

    @Test
    void aTermStandsBelowOthersThatAreThere() {
        reviewer()
                .body("""
                        { "kind": "TIER", "modality": "RADIOTHERAPY", "path": ["OPERATOR", "SIMULATION", "WRONG_SIDE"],
                          "label": "Wrong side", "firstYear": "2023/24", "source": "A report" }""")
                .post("/v1/irmer/terms")
                .then()
                .statusCode(422)
                .body("errors.code", contains("TIER_ABOVE_MISSING"));
    }

    @Test
    void everyFaultOfATermIsNamed() {
        reviewer()
                .body("""
                        { "kind": "FACTOR", "path": ["ONE", "TWO"], "label": " ", "firstYear": "2023/25",
                          "lastYear": "canary", "practicalAction": "two\\nlines" }""")
                .post("/v1/irmer/terms")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("/firstYear", "/label", "/lastYear", "/path", "/practicalAction", "/source"));
    }

    @Test
    void theTermsThatWereReadAreThereWithTheirSource() {
        get("/v1/irmer/terms?kind=TIER&modality=DIAGNOSTIC_IMAGING&year=2023-24")
                .statusCode(200)
                .body(
                        "items.findAll { it.path.size() == 1 }.label",
                        contains("Employer", "Equipment", "Operator", "Practitioner", "Referrer"))
                .body(
                        "items.find { it.code == 'WRONG_PATIENT' }.path",
                        contains("REFERRER", "INCORRECT_REFERRAL", "WRONG_PATIENT"))
                .body("items.source", everyItem(containsString("2023/24")))
                .body("items.confidence", everyItem(is("certain")));
        get("/v1/irmer/terms?kind=SUB_MODALITY&year=2023-24")
                .body("items.code", hasItems("CT", "PLAIN_FILM", "EXTERNAL_BEAM", "PLANNING_AND_VERIFICATION_IMAGING"));
        get("/v1/irmer/terms?kind=FACTOR&modality=RADIOTHERAPY")
                .body("items.code", hasItems("INTERRUPTION", "SIMILAR_RECORDS_OPEN", "STAFFING_SHORTAGE"))
                .body("items.practicalAction", everyItem(notNullValue()))
                .body("items.confidence", everyItem(is("uncertain")));
        get("/v1/irmer/terms?kind=canary&modality=canary&year=2023")
                .statusCode(400)
                .body("errors.pointer", contains("kind", "modality", "year"));
    }

    @Test
    void whatIsWithdrawnCanBeClassifiedAndCountsOnceItStandsAgain() {
        var exposure = anExposure();
        var id = told.of(exposure.received("2068-05-01T10:00:00Z"));
        told.of(exposure.withdrawn(2));

        classify(id, FOUND).statusCode(201);

        assertThat(cells(2068, Dimension.TIER)).isEmpty();
        told.of(exposure.amended(3));
        assertThat(cells(2068, Dimension.TIER))
                .containsExactly("DIAGNOSTIC_IMAGING>REFERRER>INCORRECT_REFERRAL>WRONG_PATIENT 1");
        assertThat(recount.drift()).isEmpty();
    }

    @Test
    void withoutAModalityThereAreNoTiers() {
        var id = told.of(anExposure().of(null).received("2069-05-01T10:00:00Z"));

        classify(id, FOUND).statusCode(422).body("errors.code", contains("NO_MODALITY", "NO_MODALITY"));
        classify(id, "{ \"factors\": [\"WORKLOAD\"] }").statusCode(201);
    }

    @Test
    void whatIsNoKnownExposureIsNotFound() {
        classify(UUID.randomUUID(), FOUND).statusCode(404).body("code", is("NOT_FOUND"));
        reviewer()
                .body(FOUND)
                .put("/v1/irmer/events/canary/classification")
                .then()
                .statusCode(404);
        var report =
                told.of(anExposure().ofType("IRMER_SAUE_INVESTIGATION_REPORT").received("2069-06-01T10:00:00Z"));
        classify(report, FOUND).statusCode(404);
    }

    @ParameterizedTest(name = "{0}: {1} {2} at {3}")
    @CsvSource(delimiter = '|', textBlock = """
            {"tier2": "PATIENT_CHECKS"}                      | 422 | TIER_ABOVE_MISSING | /tier2
            {"tier1": "OPERATOR", "tier3": "WRONG_PATIENT"}  | 422 | TIER_ABOVE_MISSING | /tier3
            {"tier4": "OPERATOR"}                            | 400 | UNKNOWN_MEMBER     | /tier4
            {"tier1": ["OPERATOR"]}                          | 400 | WRONG_TYPE         | /tier1
            {"factors": [null]}                              | 400 | WRONG_TYPE         | /factors
            """)
    void whatDoesNotHangTogetherIsRefused(String body, int status, String code, String pointer) {
        var id = told.of(anExposure().received("2070-05-01T10:00:00Z"));

        classify(id, body)
                .statusCode(status)
                .body("errors.code", contains(code))
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]"})
    void whatIsNoDocumentIsRefused(String body) {
        classify(UUID.randomUUID(), body).statusCode(400).body("code", is("UNREADABLE"));
    }

    @Test
    void onlyReviewersClassify() {
        var id = UUID.randomUUID();
        reader().contentType(ContentType.JSON).body(FOUND).put(path(id)).then().statusCode(403);
        reader().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/irmer/terms")
                .then()
                .statusCode(403);
        reader().contentType("text/csv")
                .body("id\n")
                .post("/v1/irmer/classifications")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON).body(FOUND).put(path(id)).then().statusCode(401);
        given().get(path(id)).then().statusCode(401);
    }

    private List<String> cells(int year, Dimension dimension) {
        return counts.counts(new ReportingYear(year), List.of(dimension), counts.known(null)).stream()
                .filter(count -> count.cell().path().size() > 1)
                .map(count -> String.join(">", count.cell().path()) + " " + count.total())
                .toList();
    }

    private static ValidatableResponse classify(UUID id, String body) {
        return reviewer().body(body).put(path(id)).then();
    }

    private static ValidatableResponse get(String path) {
        return reader().get(path).then();
    }

    private static String path(UUID id) {
        return "/v1/irmer/events/" + id + "/classification";
    }

    private static RequestSpecification reviewer() {
        return reviewer("test-client");
    }

    private static RequestSpecification reviewer(String name) {
        return given().contentType(ContentType.JSON).auth().oauth2(TestTokens.tokenOf(name, "analytics:write"));
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.token("analytics:read", "*"));
    }
}
