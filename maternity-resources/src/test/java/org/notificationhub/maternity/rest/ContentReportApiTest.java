package org.notificationhub.maternity.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContentReportApiTest {

    private static final String REVIEWS = "/v1/content/reports/review-due";
    private static final String REFERENCES = "/v1/content/reports/broken-references";

    @Test
    void reviewsAreDueByADay() {
        given().queryParam("by", "2027-05-28")
                .get(REVIEWS)
                .then()
                .statusCode(200)
                .body("by", is("2027-05-28"))
                .body("items.resource", hasItem("telephone-triage"))
                .body("items[0].kind", is("RESOURCE"))
                .body("items[0].due", is("2027-05-28"));
    }

    @Test
    void withoutADayItIsToday() {
        when().get(REVIEWS).then().statusCode(200).body("by", notNullValue());
        when().get(REFERENCES).then().statusCode(200).body("on", notNullValue());
    }

    @Test
    void aReferenceThatNeedsAnEditorSaysWhatToDoAndWhoCitesIt() {
        given().queryParam("on", "2026-11-28")
                .get(REFERENCES)
                .then()
                .statusCode(200)
                .body("items.find { it.reference == 'rcog-gpp17' }.trouble", is("PAST_REVIEW"))
                .body("items.find { it.reference == 'rcog-gpp17' }.todo", containsString("Look for another edition"))
                .body("items.find { it.reference == 'rcog-gpp17' }.citedBy", hasItem("telephone-triage"));
    }

    @Test
    void reportsAreServedAsCsv() {
        var reviews = given().accept("text/csv").queryParam("by", "2027-05-28").get(REVIEWS);
        var references =
                given().accept("text/csv").queryParam("on", "2026-11-28").get(REFERENCES);

        reviews.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"maternity-reviews-due-2027-05-28.csv\"");
        assertThat(reviews.asString())
                .startsWith("kind,resource,place,title,due\r\n")
                .contains("RESOURCE,telephone-triage,");
        assertThat(references.asString())
                .startsWith("trouble,reference,title,todo,cited_by\r\n")
                .contains("PAST_REVIEW,rcog-gpp17,");
    }

    @ParameterizedTest
    @CsvSource({REVIEWS + ", by", REFERENCES + ", on"})
    void aDayThatIsNoneIsRefused(String path, String parameter) {
        given().queryParam(parameter, "canary")
                .get(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(parameter))
                .body("errors.code", contains("NOT_A_DATE"));
    }

    @Test
    void aFrameworkLeadsFromItsHeadingsToRegulationsAndQuestions() {
        when().get("/v1/frameworks")
                .then()
                .statusCode(200)
                .body("items.id", contains("cqc-saf-2023"))
                .body("items[0].criteria.find { it.id == 'saf-s1' }.keyQuestion", is("SAFE"))
                .body("items[0].criteria.find { it.id == 'saf-s1' }.regulations.number", contains(12, 17, 20))
                .body("items[0].criteria.find { it.id == 'saf-s1' }.regulations[2].name", is("Duty of candour"))
                .body(
                        "items[0].criteria.find { it.id == 'saf-s1' }.asked.permalink",
                        hasItem("/resources/duty-of-candour#steps"));
    }
}
