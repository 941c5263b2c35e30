package org.notificationhub.maternity.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.platform.HubPlatform;

@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "maternity"))
class CatalogueApiTest {

    @Test
    void theThemesAreOpenToAll() {
        when().get("/v1/themes")
                .then()
                .statusCode(200)
                .body("items.slug", hasSize(4))
                .body("next", nullValue());
    }

    @Test
    void aThemeListsItsResources() {
        when().get("/v1/themes/triage")
                .then()
                .statusCode(200)
                .body("resources", hasSize(4))
                .body("resources[0].self", is("/v1/resources/telephone-triage"));
    }

    @Test
    void aResourceSaysWhatIsAskedOfEachStaffGroup() {
        when().get("/v1/resources/telephone-triage")
                .then()
                .statusCode(200)
                .body("assessed.audience", contains("FRONTLINE", "MANAGER", "INTEGRATED_CARE_SYSTEM"))
                .body("assessed[0].questions[0].criteria[0].keyQuestion", is("SAFE"))
                .body("references.id", hasItem("rcog-gpp17"))
                .body("assessed[0].questions[0].permalink", is("/resources/telephone-triage#trained-for-phone"))
                .body("version", is(2))
                .body("publishedAt", is("2026-11-28"));
    }

    @Test
    void whereThereIsNoExampleItSaysSo() {
        when().get("/v1/resources/duty-of-candour")
                .then()
                .body("examples", hasSize(0))
                .body("examplesNote", startsWith("None yet"));
        when().get("/v1/resources/learning-loop")
                .then()
                .body("examples", hasSize(1))
                .body("examplesNote", nullValue());
    }

    @Test
    void anUnchangedResourceIsNotSentAgain() {
        var tag = when().get("/v1/resources/duty-of-candour").header("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        given().header("If-None-Match", tag)
                .get("/v1/resources/duty-of-candour")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(""));
        given().header("If-None-Match", "\"another\"")
                .get("/v1/resources/duty-of-candour")
                .then()
                .statusCode(200);
    }

    @Test
    void aListIsWalkedByItsNextLinkAndMissesNothing() {
        var seen = new ArrayList<String>();
        for (var next = "/v1/resources?limit=5"; next != null; ) {
            var page = given().urlEncodingEnabled(false).get(next);
            List<String> slugs = page.jsonPath().getList("items.slug");
            seen.addAll(slugs);
            next = page.jsonPath().getString("next");
            assertThat(page.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
        }

        assertThat(seen).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void theNextLinkKeepsTheFilters() {
        given().queryParam("audience", "BOARD")
                .queryParam("q", "how do you")
                .queryParam("limit", 1)
                .get("/v1/resources")
                .then()
                .statusCode(200)
                .body("items.audiences.flatten()", hasItem("BOARD"))
                .body("next", startsWith("/v1/resources?audience=BOARD&q=how"));
    }

    @Test
    void aListIsNarrowedByThemeAudienceAndWords() {
        given().queryParam("theme", "triage")
                .queryParam("audience", "FRONTLINE")
                .queryParam("q", "phone")
                .get("/v1/resources")
                .then()
                .statusCode(200)
                .body("items[0].slug", is("telephone-triage"))
                .body("items.theme", everyItem(is("triage")));
    }

    @Test
    void whatWasLookedForIsMarkedAndLeadsToTheLine() {
        given().queryParam("q", "drpoped calls")
                .get("/v1/resources")
                .then()
                .statusCode(200)
                .body("searchedFor", is("dropped calls"))
                .body("matched", is("ALL"))
                .body("items[0].found.lines[0].text", containsString("<mark>"))
                .body("items[0].found.lines[0].link", startsWith("/resources/telephone-triage#"));
        when().get("/v1/resources")
                .then()
                .body("items[0]", not(hasKey("found")))
                .body("$", not(hasKey("matched")));
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        var tag = when().get("/v1/resources?q=phone").header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/resources?q=phone")
                .then()
                .statusCode(304)
                .body(is(""));
        given().header("If-None-Match", tag).get("/v1/resources?q=board").then().statusCode(200);
    }

    @ParameterizedTest(name = "{0}={1} is refused at {2}")
    @CsvSource({
        "theme, parking, theme, NOT_A_CODE",
        "audience, PATIENT, audience, NOT_A_CODE",
        "keyQuestion, PRICE, keyQuestion, NOT_A_CODE",
        "changedSince, yesterday, changedSince, NOT_A_DATE",
        "limit, 0, limit, OUT_OF_RANGE",
        "limit, 201, limit, OUT_OF_RANGE",
        "limit, canary, limit, OUT_OF_RANGE"
    })
    void aParameterThatCannotBeUsedIsNamed(String name, String value, String pointer, String code) {
        var answer = given().queryParam(name, value).get("/v1/resources");

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("QUERY_INVALID"))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        assertThat(answer.asString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({"%%%", "Y2FuYXJ5"})
    void aCursorThatIsNotOursIsRefused(String cursor) {
        given().queryParam("cursor", cursor)
                .get("/v1/resources")
                .then()
                .statusCode(400)
                .body("code", is("CURSOR_INVALID"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/themes/parking",
        "/v1/resources/nothing",
        "/v1/resources/nothing/versions",
        "/v1/resources/nothing/versions/1",
        "/v1/resources/telephone-triage/versions/9",
        "/v1/resources/telephone-triage/versions/zero",
        "/v1/resources/telephone-triage/versions/1/diff/9",
        "/v1/nowhere"
    })
    void whatDoesNotExistIsAProblem(String path) {
        when().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("NOT_FOUND"));
    }

    @Test
    void aWrongMethodIsAProblem() {
        when().delete("/v1/themes").then().statusCode(405).body("code", is("METHOD_NOT_ALLOWED"));
    }

    @Test
    void reviewFiguresAreAsPublished() {
        when().get("/v1/review-figures")
                .then()
                .statusCode(200)
                .body("inspections.locations", is(131))
                .body("inspections.trusts", is(92))
                .body(
                        "series.find { it.id == 'programme-2022-2024' }.shares"
                                + ".find { it.measure == 'SAFE' && it.rating == 'INADEQUATE' }.percent",
                        is(18))
                .body("series.source", not(hasItem(nullValue())));
    }
}
