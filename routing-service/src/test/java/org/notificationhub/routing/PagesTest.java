package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages are made of. */
@QuarkusTest
class PagesTest {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @ParameterizedTest
    @ValueSource(strings = {"/rules", "/rules?on=nonsense", "/problems/not-found"})
    void aPageTrustsNothingButItsOwnService(String address) {
        given().get(address)
                .then()
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", equalTo(POLICY))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"));
    }

    @Test
    void whatIsNoPageCarriesNoPolicyOfPages() {
        given().get("/v1/rules").then().header("Content-Security-Policy", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"on=nonsense", "on=2023-02-29", "on=31/4/2024", "type=ZEBRA", "provider=ZEBRA"})
    void aChoiceThatCannotBeMadeIsSaid(String query) {
        given().get("/rules?" + query)
                .then()
                .statusCode(400)
                .body(containsString("<title>Error: "))
                .body(containsString("There is a problem"))
                .body(not(containsString("<table")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 March 2024", "1 mar 2024", "01/03/2024", "2024-03-01"})
    void aDayIsReadAsPeopleWriteIt(String day) {
        given().queryParam("on", day)
                .get("/rules")
                .then()
                .statusCode(200)
                .body(containsString("As at 1 March 2024"))
                .body(containsString("/v1/rules?on=2024-03-01"));
    }

    @Test
    void whatAReaderTypedIsTextAndNothingElse() {
        given().queryParam("on", "\"><script>").get("/rules").then().body(not(containsString("<script")));
    }

    @Test
    void theTableIsDownloadedAsCsv() {
        given().accept("text/html,*/*;q=0.8")
                .get("/rules.csv?on=2026-11-24")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("attachment"))
                .body(startsWith("# edition 2026-11-25\r\nnotification_type,"));
    }

    @Test
    void aProblemsPageSaysWhatToDo() {
        given().get("/problems/cursor-invalid")
                .then()
                .statusCode(200)
                .body(containsString("The cursor cannot be used - Statutory Notification Hub"))
                .body(containsString("/assets/hub.css?"));
        given().get("/problems/none").then().statusCode(404);
    }
}
