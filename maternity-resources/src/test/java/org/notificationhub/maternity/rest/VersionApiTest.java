package org.notificationhub.maternity.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VersionApiTest {

    private static final String VERSIONS = "/v1/resources/telephone-triage/versions";

    @Test
    void versionsSayWhatWasPublishedWhenAndWhatChanged() {
        when().get(VERSIONS)
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items.publishedAt", contains("2026-11-28", "2026-11-23"))
                .body("items[0].changeNote", notNullValue())
                .body("items[0].changes", is(VERSIONS + "/1/diff/2"))
                .body("items[1].changeNote", nullValue())
                .body("items[1].changes", nullValue())
                .body("items.self", contains(VERSIONS + "/2", VERSIONS + "/1"));
    }

    @Test
    void anEarlierVersionIsShownAsItWasPublished() {
        when().get(VERSIONS + "/1")
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("publishedAt", is("2026-11-23"))
                .body("goodPractice.anchor", hasItem("one-form"))
                .body("goodPractice.anchor", not(hasItem("trained-to-listen")))
                .body("references.id", hasItem("rcog-gpp17"))
                .body("self", is(VERSIONS + "/1"));
    }

    @Test
    void aDiffTellsLineByLineWhatCameAndWent() {
        when().get(VERSIONS + "/1/diff/2")
                .then()
                .statusCode(200)
                .body("from.version", is(1))
                .body("to.version", is(2))
                .body("to.changeNote", notNullValue())
                .body("counts.REMOVED", is(0))
                .body(
                        "changes.findAll { it.kind == 'ADDED' }.anchor",
                        hasItems("trained-to-listen", "the-form", "torbay"))
                .body(
                        "changes.find { it.anchor == 'one-form' }.members.find { it.member == 'references' }.pieces.fate",
                        contains("ADDED"))
                .body("self", is(VERSIONS + "/1/diff/2"));
    }

    @Test
    void theWayBackTakesAwayWhatWasAdded() {
        when().get(VERSIONS + "/2/diff/1")
                .then()
                .statusCode(200)
                .body("counts.ADDED", is(0))
                .body("changes.findAll { it.kind == 'REMOVED' }.anchor", hasItem("trained-to-listen"));
    }

    @Test
    void aVersionIsNotDifferentFromItself() {
        when().get(VERSIONS + "/2/diff/2").then().statusCode(200).body("changes", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1", "/2", "/1/diff/2"})
    void whatTheCallerHasIsNotSentAgain(String path) {
        var tag = when().get(VERSIONS + path).header("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        given().header("If-None-Match", tag)
                .get(VERSIONS + path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(""));
    }
}
