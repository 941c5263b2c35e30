package org.notificationhub.irmer.export;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** What a figure's address gives out in each form, over HTTP. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class ExportTest {

    private static final String FIGURES = "/v1/irmer/samples/modalities";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            /v1/irmer/samples/modalities,       -,                               application/json;charset=UTF-8
            /v1/irmer/samples/modalities,       */*,                             application/json;charset=UTF-8
            /v1/irmer/samples/modalities,       text/csv,                        text/csv;charset=UTF-8;header=present
            /v1/irmer/samples/modalities,       application/vnd.oasis.opendocument.spreadsheet, application/vnd.oasis.opendocument.spreadsheet
            /v1/irmer/samples/modalities.json,  text/csv,                        application/json;charset=UTF-8
            /v1/irmer/samples/modalities.csv,   application/json,                text/csv;charset=UTF-8;header=present
            /v1/irmer/samples/modalities.csv,   text/html,                       text/csv;charset=UTF-8;header=present
            /v1/irmer/samples/modalities.ods,   -,                               application/vnd.oasis.opendocument.spreadsheet
            /v1/irmer/samples/modalities.csv-metadata.json, -,                   application/csvm+json
            /v1/irmer/samples/own-view,         -,                               application/json;charset=UTF-8
            /v1/irmer/samples/own-view,         */*,                             application/json;charset=UTF-8
            /v1/irmer/samples/own-view,         text/csv,                        text/csv;charset=UTF-8;header=present
            /v1/irmer/samples/own-view.json,    -,                               application/json;charset=UTF-8
            /v1/irmer/samples/own-view.csv,     -,                               text/csv;charset=UTF-8;header=present
            /v1/irmer/samples/own-view.ods,     application/json,                application/vnd.oasis.opendocument.spreadsheet
            """)
    void theSuffixOrElseAcceptDecidesTheForm(String path, String accept, String mediaType) {
        var request = accept == null ? given() : given().header("Accept", accept);

        var answer = request.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type").replace(" ", "")).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "years/2023-24",
                "years/2023-24/errors",
                "years/2023-24/sub-modalities",
                "years/2023-24/codes",
                "years/2023-24/factors",
                "years/2023-24/timeliness",
                "trend",
            })
    void theFiguresOfTheReportAreFilesToo(String figures) {
        for (var suffix : List.of(".csv", ".csv-metadata.json", ".ods", ".json")) {
            given().auth()
                    .oauth2(TestTokens.token("analytics:read", "*"))
                    .get("/v1/irmer/" + figures + suffix)
                    .then()
                    .statusCode(200);
        }
        given().get("/v1/irmer/" + figures + ".csv").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {FIGURES, "/v1/irmer/samples/own-view"})
    void aFormThatIsNotServedIsNotAcceptable(String path) {
        given().header("Accept", "application/pdf")
                .get(path)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", is("NOT_ACCEPTABLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".ods", ".csv-metadata.json"})
    void anAddressDoesNotAnswerInAnotherFormThanItsOwn(String suffix) {
        given().get("/v1/irmer/samples/no-figures" + suffix)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", is("NOT_ACCEPTABLE"));
        get("/v1/irmer/samples/no-figures.json").body("figures", is("none"));
    }

    @Test
    void whoAsksForTheHeadersAloneGetsThem() {
        given().head(FIGURES + ".ods")
                .then()
                .statusCode(200)
                .header("ETag", get(FIGURES + ".ods").extract().header("ETag"))
                .header("Content-Type", ODS)
                .body(is(emptyString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".ods", ".json", ".csv-metadata.json"})
    void whoHasTheBytesAlreadyIsNotSentThemAgain(String suffix) {
        var first = get(FIGURES + suffix);
        String tag = first.header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .header("Vary", "Accept")
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag)
                .get(FIGURES + suffix)
                .then()
                .statusCode(304)
                .header("ETag", is(tag))
                .header("Vary", "Accept")
                .body(is(emptyString()));
        given().header("If-None-Match", "\"another\"")
                .get(FIGURES + suffix)
                .then()
                .statusCode(200);
    }

    @Test
    void eachFormHasItsOwnTag() {
        assertThat(get(FIGURES + ".csv").extract().header("ETag"))
                .isNotEqualTo(get(FIGURES + ".json").extract().header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            .csv,                                attachment, irmer-notifications-england-2023-24-modalities.csv
            .csv?table=first-days,               attachment, irmer-notifications-england-2023-24-first-days.csv
            .csv-metadata.json?table=first-days, inline,     irmer-notifications-england-2023-24-first-days.csv-metadata.json
            .ods,                                attachment, irmer-notifications-england-2023-24.ods
            .json,                               inline,     irmer-notifications-england-2023-24.json
            """)
    void theFileHasAName(String suffix, String how, String name) {
        get(FIGURES + suffix).header("Content-Disposition", how + "; filename=\"" + name + "\"");
    }

    @Test
    void aCsvLeadsToWhatItsColumnsAreAndBack() {
        var query = "?table=first-days&asOf=2024-09-26T09:30:00%2B01:00";
        var link = get(FIGURES + ".csv" + query)
                .body(startsWith("day,day_status,count,count_status\r\n"))
                .extract()
                .header("Link");

        assertThat(link)
                .isEqualTo("<%s.csv-metadata.json%s>; rel=\"describedby\"; type=\"application/csvm+json\""
                        .formatted(FIGURES, query));
        given().urlEncodingEnabled(false)
                .get(FIGURES + ".csv-metadata.json" + query)
                .then()
                .statusCode(200)
                .body("url", is("modalities.csv" + query))
                .body("tableSchema.columns.name", is(List.of("day", "day_status", "count", "count_status")));
        get(FIGURES + ".json").header("Link", nullValue());
    }

    @Test
    void aByteOrderMarkIsThereForWhoAsks() {
        assertThat(get(FIGURES + ".csv?bom=true").extract().asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(get(FIGURES + ".csv").extract().asByteArray()).startsWith('m', 'o', 'd');
    }

    @ParameterizedTest
    @CsvSource({"?table=canary, table", "?bom=canary, bom"})
    void whatCannotBeAskedForIsNamed(String query, String pointer) {
        given().get(FIGURES + ".csv" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("QUERY_INVALID"))
                .body("errors.pointer", is(List.of(pointer)))
                .body(not(containsString("canary")))
                .header("Content-Disposition", nullValue())
                .header("ETag", nullValue());
    }

    @Test
    void aSpreadsheetIsOne() {
        var bytes = get(FIGURES + ".ods").extract().asByteArray();

        // Where programs such as file(1) look for it: the first entry's name and content after a header of 30 bytes.
        assertThat(new String(bytes, 30, 54, US_ASCII)).isEqualTo("mimetype" + ODS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/irmer/samples/nothing.csv", "/v1/irmer/samples/modalities.xlsx", "/v1/irmer/.csv"})
    void whatIsNotThereIsNotFoundInAnyForm(String path) {
        given().get(path).then().statusCode(404).body("code", is("NOT_FOUND"));
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).get(path).then().statusCode(200);
    }
}
