package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.routing.Registers.HEADER;
import static org.notificationhub.routing.Registers.home;
import static org.notificationhub.routing.Registers.imported;
import static org.notificationhub.routing.Registers.importedJson;
import static org.notificationhub.routing.Registers.manager;
import static org.notificationhub.routing.Registers.newProvider;
import static org.notificationhub.routing.Registers.provider;
import static org.notificationhub.routing.Registers.trust;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a snapshot of the register changes, and what it leaves. Every test has providers of its own. */
@QuarkusTest
class RegisterTest {

    private static final String CANARY = "Zaphod Beeblebrox";

    private final String one = newProvider("A");
    private final String two = newProvider("B");

    @Inject
    EntityManager database;

    @Test
    void theDirectoryIsTakenInByProvider() {
        var summary = imported("2023-01-01", HEADER + trust(one) + trust(one) + home(two, "A Home Limited"));

        summary.statusCode(200)
                .body("id", notNullValue())
                .body("asOf", equalTo("2023-01-01"))
                .body("read", equalTo(3))
                .body("providers", equalTo(2))
                .body("added", equalTo(2))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(0))
                .body("mismatches", equalTo(0));
        manager()
                .get("/v1/providers/" + two)
                .then()
                .statusCode(200)
                .body("name", equalTo("A Home Limited"))
                .body("class", equalTo("INDEPENDENT"))
                .body("ownership", equalTo("Organisation"))
                .body("sector", equalTo("Social Care Org"))
                .body("asOf", equalTo("2023-01-01"))
                .body("source", equalTo("DIRECTORY_CSV"))
                .body("finding", nullValue());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var file = HEADER + trust(one) + home(two, "A Home Limited");
        imported("2023-01-01", file);

        imported("2023-01-01", file).body("unchanged", equalTo(2));
        imported("2023-02-01", file).body("unchanged", equalTo(2)).body("added", equalTo(0));

        assertThat(versions(one)).containsExactly("2023-01-01 NHS_BODY");
    }

    @Test
    void aLaterSnapshotMakesAVersionOnlyOfWhatChanged() {
        imported("2023-01-01", HEADER + trust(one) + trust(two));

        imported("2023-06-01", HEADER + trust(one) + home(two, "Sold Limited"))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));

        assertThat(versions(one)).containsExactly("2023-01-01 NHS_BODY");
        assertThat(versions(two)).containsExactly("2023-01-01 NHS_BODY", "2023-06-01 INDEPENDENT");
        assertThat(classOf(two, "2023-05-31")).isEqualTo("NHS_BODY");
        assertThat(classOf(two, "2023-06-01")).isEqualTo("INDEPENDENT");
    }

    @Test
    void anOlderSnapshotLeavesWhatNewerOnesSaid() {
        imported("2023-01-01", HEADER + trust(one));
        imported("2023-09-01", HEADER + trust(one));

        imported("2023-05-01", HEADER + home(one, "A Slip Limited") + home(two, "Older Limited"))
                .body("changed", equalTo(1))
                .body("added", equalTo(1));

        assertThat(classOf(one, "2023-04-30")).isEqualTo("NHS_BODY");
        assertThat(classOf(one, "2023-05-01")).isEqualTo("INDEPENDENT");
        assertThat(classOf(one, "2023-09-01")).isEqualTo("NHS_BODY");
        assertThat(classOf(one, "2026-01-01")).isEqualTo("NHS_BODY");
    }

    @Test
    void anOlderSnapshotOfSomethingThatChangedSinceReachesBackOnly() {
        imported("2023-09-01", HEADER + home(one, "A Home Limited"));

        imported("2023-05-01", HEADER + trust(one));

        assertThat(versions(one)).containsExactly("2023-05-01 NHS_BODY", "2023-09-01 INDEPENDENT");
    }

    @Test
    void aSnapshotOfTheSameDayPutsItRight() {
        imported("2023-01-01", HEADER + trust(one));

        imported("2023-01-01", HEADER + home(one, "A Home Limited")).body("changed", equalTo(1));

        assertThat(versions(one)).containsExactly("2023-01-01 INDEPENDENT");
    }

    @Test
    void whatASourceDoesNotHaveStaysAsKnown() {
        importedJson("2023-01-01", """
                [{"providerId": "%s", "name": "A Trust", "ownershipType": "NHS Body", "odsCode": "RJ1",
                  "type": "NHS Healthcare Organisation", "registrationStatus": "Registered"}]""".formatted(one)).body("added", equalTo(1));

        imported("2023-02-01", HEADER + trust(one)).body("unchanged", equalTo(1));

        manager().get("/v1/providers/" + one).then().body("registrationStatus", equalTo("Registered"));
    }

    @Test
    void rowsThatCannotBeUsedAreRefusedOneByOneAndNotRepeated() {
        imported(
                        "2023-01-01",
                        HEADER + trust(one) + home(one, CANARY) + ",," + CANARY + ",,,\n" + ",,,,,Organisation\n"
                                + home(two, "B"))
                .statusCode(200)
                .body("read", equalTo(5))
                .body("providers", equalTo(2))
                .body("refused", equalTo(3))
                .body("refusals.row", equalTo(List.of(3, 4, 5)))
                .body("refusals.code", equalTo(List.of("CONTRADICTS_EARLIER_ROW", "BAD_PROVIDER_ID", "NO_PROVIDER_ID")))
                .body("refusals[0].detail", containsString("earlier row"));
        assertThat(classOf(one, "2023-01-01")).isEqualTo("NHS_BODY");
    }

    @Test
    void aProviderThatContradictsItselfIsIndependentAndAFinding() {
        imported(
                        "2023-01-01",
                        HEADER + "L,L," + one + ",Torn,Social Care Org,NHS Body\n" + "L,L," + two
                                + ",Torn,NHS Healthcare Organisation,Organisation\n")
                .body("mismatches", equalTo(2))
                .body("mismatched", equalTo(List.of(one, two)));

        manager()
                .get("/v1/providers/" + one)
                .then()
                .body("class", equalTo("INDEPENDENT"))
                .body("finding", equalTo("CLASS_MISMATCH"));
        assertThat(pagesOf("/v1/providers?finding=CLASS_MISMATCH&limit=1"))
                .contains(one, two)
                .doesNotContain("RJ1");
    }

    @Test
    void aFindingThatWasPutRightIsNoneAnyMore() {
        imported("2023-01-01", HEADER + "L,L," + one + ",Torn,Social Care Org,NHS Body\n");

        imported("2023-02-01", HEADER + trust(one));

        assertThat(pagesOf("/v1/providers?finding=CLASS_MISMATCH&limit=200")).doesNotContain(one);
        manager().get("/v1/providers/" + one).then().body("finding", nullValue());
        manager()
                .get("/v1/providers?limit=1&cursor=" + one.substring(0, 13))
                .then()
                .body("items[0].id", equalTo(one));
    }

    @Test
    void theNameOfAPersonIsKeptNowhere() {
        try (var log = new LogLines()) {
            importedJson("2023-01-01", """
                {"providerId": "%s", "name": "%s", "ownershipType": "Individual", "type": "Social Care Org",
                 "contacts": [{"personGivenName": "%s"}], "mainPhoneNumber": "%s",
                 "regulatedActivities": [{"nominatedIndividual": {"personFamilyName": "%s"}}]}
                """.formatted(one, CANARY, CANARY, CANARY, CANARY))
                    .body("added", equalTo(1));
            var answer = imported(
                    "2023-01-01",
                    HEADER + CANARY + "," + CANARY + "," + two + "," + CANARY + ",Social Care Org,Partnership\n");

            assertThat(answer.extract().asString()).doesNotContain(CANARY);
            assertThat(manager().get("/v1/providers/" + one).asString())
                    .contains("Individual")
                    .doesNotContain(CANARY);
            assertThat(manager().get("/v1/providers/" + two).asString()).doesNotContain(CANARY);
            assertThat(everythingStored()).isNotEmpty().noneMatch(row -> row.contains(CANARY));
            assertThat(log.all()).noneMatch(line -> line.contains(CANARY));
        }
    }

    @Test
    void whatCannotBeReadToItsEndChangesNothingAndQuotesNothing() {
        importedJson("2023-01-01", provider(one) + "\n{\"providerId\": \"" + CANARY)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("UNREADABLE"))
                .body("detail", containsString("row 1"));
        importedJson("2023-01-01", "[]").statusCode(400);

        manager().get("/v1/providers/" + one).then().statusCode(404);
        assertThat(imports().getString("items[0].state")).isEqualTo("FAILED");
        assertThat(everythingStored()).noneMatch(row -> row.contains(CANARY));
    }

    private static JsonPath imports() {
        return manager().get("/v1/providers/imports").jsonPath();
    }

    private static List<String> pagesOf(String first) {
        var ids = new ArrayList<String>();
        for (var next = first; next != null; ) {
            var page = manager().get(next).then().statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("items.id", String.class));
            next = page.getString("next");
        }
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        return ids;
    }

    private static String classOf(String id, String on) {
        return manager().get("/v1/providers/" + id + "?on=" + on).jsonPath().getString("class");
    }

    @SuppressWarnings("unchecked")
    private List<String> versions(String id) {
        return database.createNativeQuery(
                        "select valid_from || ' ' || class from provider_version where provider_id = ? order by valid_from",
                        String.class)
                .setParameter(1, id)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<String> everythingStored() {
        return database.createNativeQuery(
                        "select v::text from provider_version v union all select s::text from register_snapshot s",
                        String.class)
                .getResultList();
    }
}
