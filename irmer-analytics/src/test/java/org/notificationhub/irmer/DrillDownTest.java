package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.irmer.Notifications.anExposure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** The events behind a number, over HTTP. Every test has a year to itself. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class DrillDownTest {

    private static final List<Dimension> ALL = List.of(Dimension.values());

    private final Told told;
    private final CountReader counts;

    DrillDownTest(Told told, CountReader counts) {
        this.told = told;
        this.counts = counts;
    }

    @Test
    void anEventSaysWhatItIsCountedAs() {
        var id = told.of(detailed(
                anExposure().received("2072-03-31T23:30:00Z"),
                details -> details.put("subModality", "CT")
                        .put("saueCode", "2.2")
                        .put("organisationType", "NHS_ACUTE")
                        .put("discoveredAt", "2072-03-20T10:00:00Z")
                        .putArray("contributoryFactors")
                        .add("WORKLOAD")));
        classify(id, "{ \"tier1\": \"OPERATOR\", \"tier2\": \"PATIENT_CHECKS\" }");

        list("year=2072-73")
                .body("next", nullValue())
                .body("items", hasSize(1))
                .body("items[0].id", is(id.toString()))
                .body("items[0].provider", is("RJ1"))
                .body("items[0].notifiedOn", is("2072-04-01"))
                .body("items[0].year", is("2072/73"))
                .body("items[0].modality", is("DIAGNOSTIC_IMAGING"))
                .body("items[0].organisationType", is("NHS_ACUTE"))
                .body("items[0].subModality", is("CT"))
                .body("items[0].code", is("2.2"))
                .body("items[0].tier1", is("OPERATOR"))
                .body("items[0].tier2", is("PATIENT_CHECKS"))
                .body("items[0].tier3", nullValue())
                .body("items[0].factors.code", contains("WORKLOAD"))
                .body("items[0].factors.standing", contains("STATED"))
                .body("items[0].notified", is("IN_TIME"))
                .body("items[0].reported", is("AWAITED"))
                .body("items[0].reportDueOn", is("2072-06-12"))
                .body("items[0].possibleDuplicates", empty())
                .body("items[0].links.classification", is("/v1/irmer/events/" + id + "/classification"))
                .body("items[0].links.notification", is("https://hub.example/v1/notifications/" + id));
    }

    @Test
    void theEventsBehindEveryNumberAreAsManyAsItSays() {
        var before = manyEvents("2073");
        var asOf = counts.known(null);
        classify(before.get(0), "{ \"tier1\": \"OPERATOR\", \"factors\": [\"TRAINING\"] }");
        classify(
                before.get(1),
                "{ \"tier1\": \"REFERRER\", \"tier2\": \"INCORRECT_REFERRAL\", \"subModality\": \"CT\" }");
        told.of(anExposure().received("2073-08-01T10:00:00Z"));

        var now = counts.counts(new ReportingYear(2073), ALL, counts.known(null));
        assertThat(now).hasSizeGreaterThan(20);
        assertThat(now).allSatisfy(count -> assertThat(ids(query(count))).hasSize(count.total()));
        var then = counts.counts(new ReportingYear(2073), ALL, asOf);
        assertThat(then)
                .isNotEqualTo(now)
                .allSatisfy(
                        count -> assertThat(ids(query(count) + "&asOf=" + asOf)).hasSize(count.total()));
    }

    @Test
    void severalThingsHoldOfEachEvent() {
        var events = manyEvents("2074");
        classify(events.get(0), "{ \"tier1\": \"OPERATOR\" }");
        classify(events.get(1), "{ \"tier1\": \"OPERATOR\" }");

        var ct = ids("year=2074-75&subModality=CT");
        assertThat(ids("year=2074-75&tier1=OPERATOR")).containsExactly(events.get(0), events.get(1));
        assertThat(ids("year=2074-75&tier1=OPERATOR&subModality=CT"))
                .containsExactlyElementsOf(
                        ct.stream().filter(events.subList(0, 2)::contains).toList());
        assertThat(ids("year=2074-75&tier1=OPERATOR&modality=RADIOTHERAPY")).isEmpty();
        assertThat(ids("year=2074-75&tier1=OPERATOR&leftOut=TEST")).isEmpty();
        assertThat(ids("year=2074-75&tier1=CANARY")).isEmpty();
    }

    @Test
    void theWorkListOfTheUnclassifiedHasTheOldestFirstAndEndsWhenAllIsDone() {
        var events = manyEvents("2075");

        assertThat(ids("year=2075-76&awaitingClassification=true")).isSorted().containsAll(events.subList(0, 3));
        events.forEach(id -> classify(id, "{ \"factors\": [] }"));
        assertThat(ids("year=2075-76&awaitingClassification=true"))
                .as("nobody said who erred")
                .containsAll(events);
        classify(events.get(0), "{ \"tier1\": \"EQUIPMENT\" }", "1");
        assertThat(ids("year=2075-76&awaitingClassification=true")).doesNotContain(events.get(0));
        assertThat(ids("year=2075-76&awaitingClassification=false")).containsExactly(events.get(0));
    }

    @Test
    void aPossibleDuplicateNamesTheOther() {
        Consumer<ObjectNode> alike = details ->
                details.put("saueCode", "1").put("intendedDose_mSv", 0).put("totalDose_mSv", 7.7731);
        var one = told.of(onOneDay(detailed(anExposure().by("EMP-A").received("2076-05-01T10:00:00Z"), alike)));
        var other = told.of(onOneDay(detailed(anExposure().by("EMP-B").received("2076-06-01T10:00:00Z"), alike)));
        told.of(anExposure().received("2076-07-01T10:00:00Z"));

        list("year=2076-77&duplicates=true")
                .body("items.id", contains(one.toString(), other.toString()))
                .body("items[0].possibleDuplicates", contains(other.toString()))
                .body("items[1].possibleDuplicates", contains(one.toString()));
    }

    @Test
    void aReportIsOverdueFromTheDayAfterItWasDue() {
        told.of(detailed(
                anExposure().received("2025-05-01T10:00:00Z"),
                details -> details.put("discoveredAt", "2025-04-30T10:00:00Z")));
        var due = told.of(detailed(
                anExposure().received("2077-05-01T10:00:00Z"),
                details -> details.put("discoveredAt", "2077-04-30T10:00:00Z")));

        assertThat(ids("year=2025-26&overdue=true")).hasSize(1);
        assertThat(ids("year=2025-26&overdue=false")).isEmpty();
        assertThat(ids("year=2077-78&overdue=true")).isEmpty();
        assertThat(ids("year=2077-78&overdue=false")).containsExactly(due);
    }

    @Test
    void whatIsLeftOutIsListedWithTheReasonAndNothingElse() {
        var exposure = anExposure();
        told.of(
                exposure.received("2078-05-01T10:00:00Z"),
                anExposure().asTestData().received("2078-05-01T10:00:00Z"));
        told.of(exposure.withdrawn(2));

        assertThat(ids("year=2078-79")).isEmpty();
        list("year=2078-79&leftOut=WITHDRAWN")
                .body("items.id", contains(exposure.id().toString()))
                .body("items[0].leftOut", is("WITHDRAWN"))
                .body("items[0].provider", is("RJ1"))
                .body("items[0].notifiedOn", is("2078-05-01"))
                .body("items[0].tier1", nullValue());
        assertThat(ids("year=2078-79&leftOut=TEST")).hasSize(1);
    }

    @Test
    void withoutAYearTheListRunsThroughAllOfThem() {
        var later = told.of(anExposure().by("EMP-ALL-YEARS").received("2079-05-01T10:00:00Z"));
        var earlier = told.of(anExposure().by("EMP-ALL-YEARS").received("2071-05-01T10:00:00Z"));

        assertThat(ids("provider=EMP-ALL-YEARS")).containsExactly(later, earlier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year=2023",
                "modality=canary",
                "overdue=canary",
                "duplicates=false",
                "awaitingClassification=canary",
                "reportDueOn=canary",
                "factorStanding=STATED",
                "tier2=OPERATOR",
                "tier3=OPERATOR&tier1=OPERATOR",
                "asOf=2023-04-01",
                "limit=0"
            })
    void whatCannotBeAskedIsNamed(String query) {
        reader().get("/v1/irmer/events?" + query)
                .then()
                .statusCode(400)
                .body("code", is("QUERY_INVALID"))
                .body("errors.pointer", contains(query.replaceAll("=.*", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "tier1", "factor", "code", "factor=WORKLOAD&factorStanding"})
    void whatNothingCanBeCalledIsFoundNowhere(String parameter) {
        assertThat(ids(parameter + "=%00")).isEmpty();
    }

    @Test
    void aCursorOfNoListIsRefused() {
        reader().get("/v1/irmer/events?cursor=canary").then().statusCode(400).body("code", is("CURSOR_INVALID"));
    }

    /** @return those that are counted, by their ids */
    private List<UUID> manyEvents(String year) {
        var events = new ArrayList<UUID>();
        for (var i = 0; i < 9; i++) {
            var number = i;
            var exposure = anExposure()
                    .of(i % 3 == 2 ? "RADIOTHERAPY" : "DIAGNOSTIC_IMAGING")
                    .by("EMP-" + i % 2);
            events.add(told.of(detailed(exposure.received(year + "-05-0" + (i + 1) + "T10:00:00Z"), details -> {
                details.put("subModality", number % 2 == 0 ? "CT" : "PLAIN_FILM");
                details.put("saueCode", number % 4 == 0 ? "1" : "2.2");
                details.put("discoveredAt", year + "-04-2" + number + "T10:00:00Z");
                details.putArray("contributoryFactors").add("WORKLOAD").add("TRAINING");
                details.putArray("complementaryCodes").add("EQUIPMENT");
            })));
        }
        events.add(told.of(anExposure().of("TELEPATHY").received(year + "-06-01T10:00:00Z")));
        told.of(anExposure().asTestData().received(year + "-06-01T10:00:00Z"));
        return events.subList(0, 9).stream()
                .filter(id -> (events.indexOf(id) % 3) != 2)
                .toList();
    }

    private static NotificationReceived detailed(NotificationReceived event, Consumer<ObjectNode> details) {
        details.accept((ObjectNode) event.content().details());
        return event;
    }

    private static NotificationReceived onOneDay(NotificationReceived event) {
        var said = event.content();
        return new NotificationReceived(
                event.notificationId(),
                event.receivedAt(),
                new NotificationContent(
                        said.type(),
                        said.reference(),
                        said.provider(),
                        Instant.parse("2076-04-20T10:00:00Z"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        said.details(),
                        false));
    }

    /** The question for the events of one cell. */
    private static String query(Count count) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("year", count.cell().year().inPath());
        asked.put("modality", count.cell().modality());
        for (var parameter : parameters(count).entrySet()) {
            asked.put(parameter.getKey(), parameter.getValue());
        }
        return asked.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(joining("&"));
    }

    private static Map<String, String> parameters(Count count) {
        var step = count.cell().step(1);
        var orNotStated = step == null ? "NOT_STATED" : step;
        return switch (count.cell().dimension()) {
            case COUNTED -> Map.of("organisationType", step);
            case SUB_MODALITY -> Map.of("subModality", orNotStated);
            case TIER -> tiers(count);
            case CODE -> Map.of("code", orNotStated);
            case COMPLEMENTARY_CODE -> Map.of("complementaryCode", step);
            case FACTOR ->
                step == null
                        ? Map.of("factor", orNotStated)
                        : Map.of("factor", step, "factorStanding", count.cell().step(2));
            case NOTIFIED -> Map.of("notified", step);
            case REPORTED ->
                step.equals("AWAITED") ? Map.of("reportDueOn", count.cell().step(2)) : Map.of("reported", step);
            case PROVIDER -> Map.of("provider", step);
            case LEFT_OUT -> Map.of("leftOut", step);
            case POSSIBLE_DUPLICATE -> Map.of("duplicates", "true");
        };
    }

    private static Map<String, String> tiers(Count count) {
        var tiers = new LinkedHashMap<String, String>();
        for (var depth = 1; depth <= 3; depth++) {
            var step = count.cell().step(depth);
            tiers.put("tier" + depth, step == null ? "NOT_STATED" : step);
            if (step == null) {
                break;
            }
        }
        return tiers;
    }

    /** All pages, two at a time. */
    private static List<UUID> ids(String query) {
        var ids = new ArrayList<UUID>();
        var next = "/v1/irmer/events?limit=2&" + query;
        while (next != null) {
            JsonPath page = reader().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.id", String.class).forEach(id -> ids.add(UUID.fromString(id)));
            next = page.getString("next");
        }
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private static ValidatableResponse list(String query) {
        return reader().get("/v1/irmer/events?" + query).then().statusCode(200);
    }

    private static void classify(UUID id, String body, String... ifMatch) {
        var request =
                given().auth().oauth2(TestTokens.token("analytics:write", "*")).contentType(ContentType.JSON);
        for (var tag : ifMatch) {
            request.header("If-Match", '"' + tag + '"');
        }
        request.body(body)
                .put("/v1/irmer/events/" + id + "/classification")
                .then()
                .statusCode(ifMatch.length == 0 ? 201 : 200);
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.token("analytics:read analytics:write", "*"));
    }
}
