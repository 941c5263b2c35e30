package org.notificationhub.irmer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.irmer.DashboardYears.BEFORE;
import static org.notificationhub.irmer.DashboardYears.YEAR;
import static org.notificationhub.irmer.Notifications.anExposure;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.platform.browser.WebBrowser;

/** The figures as a reader meets them, in a real browser, from real events. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class DashboardTest {

    private static final String ONE_YEAR = "?year=" + YEAR;
    private static final String ONE_MODALITY = ONE_YEAR + "&modality=RADIOTHERAPY";
    private static final String EVENTS = "events?year=" + YEAR + "&modality=DIAGNOSTIC_IMAGING";

    @RegisterExtension
    final WebBrowser browser = new WebBrowser();

    @TestHTTPResource("/")
    String home;

    private final DashboardYears years;
    private final Told told;

    DashboardTest(DashboardYears years, Told told) {
        this.years = years;
        this.told = told;
    }

    @BeforeEach
    void someNotifications() {
        years.tell();
        browser.as(TestTokens.token("analytics:read", "*"));
    }

    @ParameterizedTest(name = "/{0}")
    @ValueSource(
            strings = {ONE_YEAR, ONE_MODALITY, "?year=1950-51", "?year=nonsense&modality=X&asOf=soon", EVENTS, "sign-in"
            })
    void nobodyIsShutOut(String query) {
        assertThat(browser.accessibilityFaults(home + query)).isEmpty();
    }

    @ParameterizedTest(name = "/{0}")
    @ValueSource(strings = {ONE_YEAR, ONE_MODALITY, "?year=nonsense&asOf=soon", EVENTS, "sign-in"})
    void aTelephoneShowsItWithoutScrollingSideways(String query) {
        var page = browser.openNarrow(home + query);

        page.querySelectorAll("details").forEach(each -> each.evaluate("each => each.open = true"));

        assertThat(WebBrowser.scrollsSideways(page)).isFalse();
    }

    /** Half the width at the same size is what a reader sees who makes everything twice as large. */
    @Test
    void twiceAsLargeItStillFits() {
        var page = browser.open(home + ONE_YEAR);

        page.setViewportSize(640, 450);

        assertThat(WebBrowser.scrollsSideways(page)).isFalse();
        WebBrowser.keepPicture(page, "dashboard-200-percent");
    }

    @Test
    void aWideTableScrollsInAPlaceOfItsOwnByTheKeyboard() {
        var page = browser.openNarrow(home + ONE_YEAR);
        var table = page.locator("#factors .figures-scroll");

        table.focus();
        page.keyboard().press("ArrowRight");

        assertThat(table).hasAttribute("tabindex", "0");
        page.waitForCondition(() -> ((Number) table.evaluate("each => each.scrollLeft")).doubleValue() > 0);
    }

    @Test
    void itIsUsedWithTheKeyboardAlone() {
        var page = browser.open(home + ONE_YEAR);

        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("Rad");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**modality=**");
        page.focus("#trend summary");
        page.keyboard().press("Enter");

        assertThat(page.locator("#trend table")).isVisible();
    }

    @Test
    void itWorksWithoutScript() {
        var page = browser.openWithoutScript(home + ONE_YEAR);

        assertThat(page.locator("#live")).isHidden();
        page.selectOption("#modality", "RADIOTHERAPY");
        page.click("text=Show the figures");

        assertThat(page.inputValue("#modality")).isEqualTo("RADIOTHERAPY");
        assertThat(page.locator("#errors tbody tr").first()).containsText("Radiotherapy");
        assertThat(page.locator("#errors tbody")).not().containsText("Diagnostic imaging");
        assertThat(page.locator("#modalities .figures-chart svg")).hasCount(3);
    }

    @Test
    void theNumbersAreTheFigures() {
        var page = browser.open(home + "?year=" + BEFORE);

        assertThat(page.locator("#headline-total")).containsText("30 notifications in 2027/28");
        assertThat(page.locator("#headline")).containsText("3 notifications awaiting classification");
        assertThat(page.locator("#as-at"))
                .containsText(Pattern.compile("As at \\d{1,2}(:\\d\\d)?[ap]m on \\d{1,2} \\w+ \\d{4}"));
        assertThat(page.locator("#errors tbody tr").first().locator("td a").first())
                .hasText("22");
    }

    @Test
    void everyNumberLeadsToItsEvents() {
        var page = browser.open(home + "?year=" + BEFORE);
        var wrongPatient = page.locator("#errors tr.figures-depth-3:has-text('Wrong patient') td a");
        var number = Integer.parseInt(wrongPatient.textContent());

        wrongPatient.click();

        assertThat(page.locator("main ul")).containsText("Error: Referrer › Incorrect referral › Wrong patient");
        assertThat(page.locator("tbody tr")).hasCount(number);
        assertThat(page.locator("tbody")).containsText("Identity check missed");
    }

    /** ADR 20. */
    @Test
    void whoseAnEventIsIsForThoseWhoReview() {
        assertThat(browser.open(home + EVENTS).locator("thead")).not().containsText("Provider");
        assertThat(browser.open(home + EVENTS + "&provider=RJ1").content()).contains("FORBIDDEN");

        browser.as(TestTokens.token("analytics:read analytics:write", "*"));

        var page = browser.open(home + EVENTS + "&provider=RJ1");
        assertThat(page.locator("thead")).containsText("Provider");
        assertThat(page.locator("tbody tr").first()).containsText("RJ1");
    }

    @Test
    void aLongListOfEventsGoesOn() {
        var page = browser.open(home + "events?year=" + BEFORE);
        assertThat(page.locator("tbody tr")).hasCount(25);

        page.click("text=Next page");

        assertThat(page.locator("tbody tr")).hasCount(5);
        assertThat(page.locator("text=Next page")).hasCount(0);
    }

    @Test
    void aFileHasWhatTheChartShows() {
        var page = browser.open(home + "?year=" + BEFORE);

        var answer = page.request()
                .get(page.locator("#modalities .hub-links a")
                        .first()
                        .evaluate("each => each.href")
                        .toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("DIAGNOSTIC_IMAGING,Diagnostic imaging,22,,73,");
    }

    @Test
    void aMistakeIsNamedFirstAndLeadsToItsField() {
        var page = browser.open(home + "?year=" + YEAR + "&asOf=soon");

        assertThat(page.title()).startsWith("Error: ");
        page.click(".govuk-error-summary a");
        page.keyboard().press("End");
        page.keyboard().type("!");
        assertThat(page.inputValue("#asOf")).isEqualTo("soon!");
    }

    @Test
    void asAtATimeGoneByThereIsWhatWasKnownThen() {
        var page = browser.open(home + ONE_YEAR + "&asOf=1+April+2026");

        assertThat(page.locator("#as-at")).containsText("As at 11:59pm on 1 April 2026");
        assertThat(page.locator("#headline-total")).containsText("0 notifications");
        assertThat(page.locator("#live")).isHidden();
    }

    @Test
    void whatIsCountedShowsWithoutReload() {
        var page = browser.open(home + ONE_YEAR);
        var total = page.locator("#headline-total strong");
        var before = Integer.parseInt(total.textContent());
        page.evaluate("window.loadedOnce = true");
        page.locator("#factors details summary").click();
        page.locator("#errors td a").first().focus();

        told.of(years.another());

        assertThat(total).hasText(Integer.toString(before + 1));
        assertThat(page.locator("#live-status"))
                .containsText("Updated: %d notifications in 2028/29".formatted(before + 1));
        assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
        assertThat(page.locator("#factors details")).hasAttribute("open", "");
        assertThat(page.locator("#errors td a").first()).isFocused();
        assertThat(page.evaluate("performance.getEntriesByType('navigation').length"))
                .isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theFirstNotificationOfAYearBringsItsFigures() {
        var page = browser.open(home + "?year=2095-96");
        assertThat(page.locator(".figures-section")).hasCount(1);

        told.of(anExposure().of("RADIOTHERAPY").received("2095-05-01T10:00:00Z"));

        assertThat(page.locator(".figures-section")).hasCount(9);
        assertThat(page.locator("#headline-total")).containsText("1 notification in 2095/96");
    }

    @Test
    void whoeverWantsItStillStopsLiveUpdates() {
        var page = browser.open(home + ONE_YEAR);
        var total = page.locator("#headline-total strong").textContent();

        page.click("#live-switch");
        told.of(years.another());
        var other = browser.open(home + ONE_YEAR);

        assertThat(other.locator("#headline-total strong")).not().hasText(total);
        assertThat(page.locator("#live-status")).hasText("Live updates are stopped.");
        assertThat(page.locator("#headline-total strong")).hasText(total);
        page.click("#live-switch");
        assertThat(page.locator("#headline-total strong")).not().hasText(total);
    }

    @Test
    void itAsksNothingOfAnotherHostAndKeepsItsOwnPolicy() {
        var page = browser.open(home + ONE_YEAR);
        assertThat(page.locator("#live-status")).containsText("Live");

        assertThat(browser.responses())
                .hasSizeGreaterThan(2)
                .allMatch(response -> response.url().startsWith(home));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoIsNotKnownIsAskedToSignInAndComesBack() {
        browser.as(null);
        var page = browser.open(home + ONE_MODALITY);
        assertThat(page.title()).startsWith("Sign in");
        assertThat(page.content()).doesNotContain("notifications in");

        page.fill("#token", TestTokens.token("notifications:read", "*"));
        page.keyboard().press("Enter");
        assertThat(page.locator("#token-error")).containsText("Enter a token with the scope analytics:read");
        page.fill("#token", TestTokens.token("analytics:read", "*"));
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Radiation notifications under IR(ME)R");
        assertThat(page.inputValue("#modality")).isEqualTo("RADIOTHERAPY");
        assertThat(page.locator("#live-status")).containsText("Live");
        assertThat(page.evaluate("document.cookie")).isEqualTo("");

        page.click("text=Sign out");
        page.navigate(home);
        assertThat(page.title()).startsWith("Sign in");
    }

    @Test
    void picturesOfItAreKeptForAPersonToLookAt() {
        var page = browser.open(home + ONE_YEAR);
        WebBrowser.keepPicture(page, "dashboard-1280");
        page.querySelectorAll("details").forEach(each -> each.evaluate("each => each.open = true"));
        WebBrowser.keepPicture(page, "dashboard-1280-open");
        WebBrowser.keepPicture(browser.openNarrow(home + ONE_YEAR), "dashboard-320");
        WebBrowser.keepPicture(browser.open(home + ONE_MODALITY), "dashboard-radiotherapy");
        WebBrowser.keepPicture(browser.open(home + EVENTS), "dashboard-events");
        WebBrowser.keepPicture(browser.openNarrow(home + EVENTS), "dashboard-events-320");
        WebBrowser.keepPicture(browser.open(home + "?year=nonsense&asOf=soon"), "dashboard-error");
        WebBrowser.keepPicture(browser.open(home + "?year=1950-51"), "dashboard-empty");
        WebBrowser.keepPicture(browser.as(null).open(home), "dashboard-sign-in");
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent");
    }
}
