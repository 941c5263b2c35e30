package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.notificationhub.irmer.Notifications.anExposure;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.HubEvent;
import org.notificationhub.irmer.snapshot.Sha256;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** What was frozen stays, whatever comes to be known. Every test has a year to itself. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class SnapshotTest {

    private final Bus bus;
    private final DataSource database;

    SnapshotTest(Bus bus, DataSource database) {
        this.bus = bus;
        this.database = database;
    }

    @Test
    void aLateWithdrawalChangesNowAndNeverASnapshot() {
        var first = anExposure();
        publish(first.received("1941-05-01T10:00:00Z"), anExposure().received("1941-06-01T10:00:00Z"));
        String snapshot = take("1941-42", null).statusCode(201).extract().path("self");
        var frozen = bytes(snapshot);

        publish(first.withdrawn(2));

        get("/v1/irmer/years/1941-42").body("total", is(1)).body("withdrawn", is(1));
        assertThat(bytes(snapshot)).isEqualTo(frozen);
        String again = take("1941-42", null).statusCode(201).extract().path("self");
        assertThat(bytes(again)).isNotEqualTo(frozen);
    }

    @Test
    void aSnapshotSaysWhatWasFrozenWhenAndByWhom() {
        var taken = take("1942-43", null)
                .statusCode(201)
                .header("Location", containsString("/v1/irmer/years/1942-43/snapshots/"))
                .body("year", is("1942/43"))
                .body("takenBy", is("test-client"))
                .body("asOf", notNullValue())
                .body("takenAt", notNullValue());
        String hash = taken.extract().path("hash");
        String self = taken.extract().path("self");

        get(self).statusCode(200).header("ETag", is('"' + hash + '"')).body("period", startsWith("1942/43"));
        assertThat(Sha256.hex(bytes(self))).isEqualTo(hash);
        get(self + ".csv").statusCode(200).contentType(containsString("text/csv"));
        assertThat(reader().get(self + ".ods").asByteArray())
                .isNotEmpty()
                .isEqualTo(reader().get(self + ".ods").asByteArray());
        reader().header("If-None-Match", '"' + hash + '"').get(self).then().statusCode(304);
        get("/v1/irmer/years/1942-43/snapshots")
                .body("items.hash", contains(hash))
                .body("next", nullValue());
    }

    @Test
    void aTimeIsFrozenOnce() {
        String asOf = take("1943-44", null).statusCode(201).extract().path("asOf");
        String id = take("1943-44", asOf).statusCode(200).extract().path("id");

        take("1943-44", asOf).statusCode(200).body("id", is(id)).header("Location", endsWith(id));
        take("1943-44", "2020-01-01T00:00:00Z").statusCode(201).body("asOf", is("2020-01-01T00:00:00.000Z"));
        get("/v1/irmer/years/1943-44/snapshots?limit=1")
                .body("items", hasSize(1))
                .body("next", notNullValue());
        String next = get("/v1/irmer/years/1943-44/snapshots?limit=1").extract().path("next");
        get(next).body("items.id", contains(id)).body("next", nullValue());
    }

    @Test
    void nobodyCanChangeASnapshot() {
        String id = take("1944-45", null).statusCode(201).extract().path("id");

        for (var change : List.of(
                "update snapshot set hash = 'x'",
                "delete from snapshot where id = '" + id + "'",
                "truncate snapshot")) {
            assertThatThrownBy(() -> execute(change)).isInstanceOf(SQLException.class);
        }
    }

    /** The service's own role, apart from the trigger that stops the owner too. */
    @ParameterizedTest
    @ValueSource(strings = {"update", "delete", "truncate"})
    void theServiceMayNotEvenTry(String privilege) throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement("select has_table_privilege('snapshot', ?)")) {
            ask.setString(1, privilege);
            try (var row = ask.executeQuery()) {
                row.next();
                assertThat(row.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    void aDamagedSnapshotIsNotGivenOut() throws SQLException {
        var id = UUID.randomUUID();
        execute("insert into snapshot values ('%s', 1945, now(), now(), 'test', 'abc', '{}')".formatted(id));

        get("/v1/irmer/years/1945-46/snapshots/" + id).statusCode(500).body("code", is("SNAPSHOT_DAMAGED"));
        get("/v1/irmer/years/1945-46/diff?from=" + id).statusCode(500).body("code", is("SNAPSHOT_DAMAGED"));
    }

    @Test
    void onlyASnapshotOfTheYearIsFound() {
        String id = take("1946-47", null).statusCode(201).extract().path("id");

        get("/v1/irmer/years/1947-48/snapshots/" + id).statusCode(404);
        get("/v1/irmer/years/1946-47/snapshots/latest").statusCode(404);
        take("1946", null).statusCode(404);
        take("1946-47", "canary").statusCode(400).body("errors.pointer", contains("asOf"));
        reader().contentType("application/json")
                .post("/v1/irmer/years/1946-47/snapshots")
                .then()
                .statusCode(403);
    }

    @Test
    void theDifferenceOfTwoTimesIsEveryCountAndTheEventsBehindIt() {
        var withdrawn = anExposure();
        var reclassified = anExposure();
        publish(
                withdrawn.received("1921-05-01T10:00:00Z"),
                reclassified.received("1921-05-01T10:00:00Z"),
                anExposure().received("1921-05-01T10:00:00Z"));
        String before =
                get("/v1/irmer/years/1921-22").body("total", is(3)).extract().path("asOf");
        publish(withdrawn.withdrawn(2), reclassified.of("RADIOTHERAPY").amended(2));
        publish(anExposure().of("NUCLEAR_MEDICINE").received("1921-05-01T10:00:00Z"));
        await().untilAsserted(() ->
                get("/v1/irmer/years/1921-22").body("total", is(3)).body("withdrawn", is(1)));

        var diff = get("/v1/irmer/years/1921-22/diff?from=" + before).statusCode(200);

        diff.body("tables.name", contains("differences", "events"));
        assertThat(rows(diff, 0, "dimension", "modality", "from", "to", "difference"))
                .contains(
                        "COUNTED DIAGNOSTIC_IMAGING 3 1 -2",
                        "COUNTED RADIOTHERAPY 0 1 1",
                        "COUNTED NUCLEAR_MEDICINE 0 1 1")
                .noneMatch(row -> row.startsWith("PROVIDER"));
        assertThat(rows(diff, 1, "change", "modalityFrom", "modalityTo", "count"))
                .containsExactly(
                        "ADDED null NUCLEAR_MEDICINE 1",
                        "WITHDRAWN DIAGNOSTIC_IMAGING DIAGNOSTIC_IMAGING 1",
                        "RECLASSIFIED DIAGNOSTIC_IMAGING RADIOTHERAPY 1");
        diff.body(
                "tables[1].rows[0].eventsTo",
                containsString("/v1/irmer/events?year=1921-22&modality=NUCLEAR_MEDICINE&asOf="));
        get("/v1/irmer/years/1921-22/diff?from=" + before + "&to=" + before)
                .body("tables[0].rows", empty())
                .body("tables[1].rows", empty());
    }

    @Test
    void everyCountOfADifferenceLeadsToItsEvents() {
        String before = get("/v1/irmer/years/1917-18").extract().path("asOf");
        publish(
                anExposure().received("1917-05-01T10:00:00Z"),
                anExposure().of("RADIOTHERAPY").received("1917-05-01T10:00:00Z"),
                anExposure().of("RADIOTHERAPY").received("1917-06-01T10:00:00Z"));
        await().untilAsserted(() -> get("/v1/irmer/years/1917-18").body("total", is(3)));

        List<Map<String, Object>> rows = get("/v1/irmer/years/1917-18/diff?from=" + before)
                .statusCode(200)
                .extract()
                .path("tables[0].rows");

        assertThat(rows)
                .hasSizeGreaterThan(6)
                .allSatisfy(row ->
                        get((String) row.get("events")).statusCode(200).body("items", hasSize((int) row.get("to"))));
    }

    @Test
    void theDifferenceFromASnapshotIsTakenFromItsFrozenTables() {
        publish(anExposure().received("1923-05-01T10:00:00Z"));
        String id = take("1923-24", null).statusCode(201).extract().path("id");
        publish(anExposure().received("1923-05-01T10:00:00Z"));

        var diff = get("/v1/irmer/years/1923-24/diff?from=" + id).statusCode(200);

        diff.body("tables[1].finding", containsString("1 were added"));
        String later = take("1923-24", null).statusCode(201).extract().path("id");
        get("/v1/irmer/years/1923-24/diff?from=" + id + "&to=" + later)
                .statusCode(200)
                .body("tables.name", contains("differences", "events"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=canary",
                "?from=2026-01-01T00:00:00Z&to=2025-01-01T00:00:00Z",
                "?from=01890a5d-ac96-774b-bcce-b302099a8057"
            })
    void whatCannotBeComparedIsNamed(String query) {
        get("/v1/irmer/years/1925-26/diff" + query)
                .statusCode(400)
                .body("errors.pointer", hasItem("from"))
                .body("errors.detail", not(hasItem(containsString("canary"))));
    }

    private static List<String> rows(ValidatableResponse diff, int table, String... columns) {
        List<Map<String, Object>> rows = diff.extract().path("tables[%d].rows".formatted(table));
        return rows.stream()
                .map(row -> Arrays.stream(columns)
                        .map(column -> String.valueOf(row.get(column)))
                        .collect(Collectors.joining(" ")))
                .toList();
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

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ValidatableResponse take(String year, String asOf) {
        return given().auth()
                .oauth2(TestTokens.token("analytics:write", "*"))
                .contentType("application/json")
                .body(asOf == null ? "{}" : "{ \"asOf\": \"" + asOf + "\" }")
                .post("/v1/irmer/years/" + year + "/snapshots")
                .then();
    }

    private static byte[] bytes(String path) {
        return reader().accept("application/json").get(path).asByteArray();
    }

    private static ValidatableResponse get(String path) {
        return reader().get(path).then();
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.token("analytics:read", "*")).urlEncodingEnabled(false);
    }
}
