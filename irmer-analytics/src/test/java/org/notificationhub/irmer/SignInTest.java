package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** Who sees the page of figures, and what a browser that was let in may do. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class SignInTest {

    private static final String COOKIE = "hub_reader";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?year=2023-24&modality=RADIOTHERAPY", "/events?year=2023-24"})
    void whoeverHasNoTokenSeesNothingAndIsLedToSignIn(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in?to=%2F"))
                .body(is(""));
    }

    @Test
    void whatABrowserKeepsIsForThisSiteAndNoScript() {
        var cookie = signIn(reader(), "/").getDetailedCookie(COOKIE);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.isSecured()).isFalse();
        assertThat(cookie.getMaxAge()).isBetween(1L, 3_600L);
        assertThat(given().header("Host", "figures.example")
                        .redirects()
                        .follow(false)
                        .formParam("token", reader())
                        .post("/sign-in")
                        .getDetailedCookie(COOKIE)
                        .isSecured())
                .isTrue();
    }

    @Test
    void aSignedInBrowserReadsPagesAndFiles() {
        for (var path :
                new String[] {"/", "/events", "/v1/irmer/years/2023-24.csv", "/v1/irmer/years/2023-24/codes.ods"}) {
            given().cookie(COOKIE, reader()).get(path).then().statusCode(200);
        }
    }

    @Test
    void withACookieNothingIsChanged() {
        given().cookie(COOKIE, TestTokens.token("analytics:read analytics:write", "*"))
                .contentType("text/csv")
                .body("id,tier1\n")
                .post("/v1/irmer/classifications")
                .then()
                .statusCode(401);
    }

    @Test
    void aTokenInTheRequestGoesBeforeTheCookie() {
        given().cookie(COOKIE, reader())
                .auth()
                .oauth2(TestTokens.token("notifications:read", "*"))
                .get("/v1/irmer/years")
                .then()
                .statusCode(403);
    }

    @Test
    void aCookieThatIsNoneAnyMoreIsAsGoodAsNone() {
        for (var cookie :
                new String[] {TestTokens.token("analytics:read", Duration.ofMinutes(-5), "*"), "canary", "visitor"}) {
            given().cookie(COOKIE, cookie).get("/v1/irmer/years").then().statusCode(401);
            given().cookie(COOKIE, cookie).get("/live").then().statusCode(401);
            given().redirects()
                    .follow(false)
                    .cookie(COOKIE, cookie)
                    .get("/")
                    .then()
                    .statusCode(303);
        }
    }

    @Test
    void theWrongScopeSeesNothing() {
        given().redirects()
                .follow(false)
                .cookie(COOKIE, TestTokens.token("notifications:read", "*"))
                .get("/")
                .then()
                .statusCode(303);
    }

    @Test
    void whatIsWrongWithATokenIsSaidAndTheTokenIsNot() {
        var expired = TestTokens.token("analytics:read", Duration.ofMinutes(-5), "*");

        signIn("", "/").then().statusCode(400).body(containsString("Enter a token"));
        signIn("canary", "/").then().statusCode(400).body(not(containsString("canary")));
        signIn(expired, "/").then().statusCode(400).body(containsString("not expired"), not(containsString(expired)));
        signIn("x".repeat(5_000), "/").then().statusCode(400).body(containsString("too long"));
        signIn(TestTokens.token("notifications:read", "*"), "/")
                .then()
                .statusCode(403)
                .body(containsString("analytics:read"));
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "/events?year=2023-24, /events?year=2023-24",
        "//evil.example/x, /",
        "/\\evil.example, /",
        "https://evil.example/, /",
        "javascript:alert(1), /",
    })
    void afterwardsOnlyAPlaceOfThisServiceIsGoneTo(String to, String place) {
        var host = ":" + RestAssured.port;

        signIn(reader(), to).then().statusCode(303).header("Location", endsWith(host + place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-out"})
    void otherSitesSignNobodyInOrOut(String path) {
        for (var site : new String[] {"cross-site", "same-site"}) {
            given().header("Sec-Fetch-Site", site)
                    .formParam("token", reader())
                    .post(path)
                    .then()
                    .statusCode(403)
                    .header("Set-Cookie", is((String) null));
        }
    }

    @Test
    void signingOutTakesTheCookieAway() {
        var cookie = given().redirects()
                .follow(false)
                .cookie(COOKIE, reader())
                .post("/sign-out")
                .getDetailedCookie(COOKIE);

        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
    }

    private static Response signIn(String token, String to) {
        return given().redirects()
                .follow(false)
                .formParam("token", token)
                .formParam("to", to)
                .post("/sign-in");
    }

    private static String reader() {
        return TestTokens.token("analytics:read", "*");
    }
}
