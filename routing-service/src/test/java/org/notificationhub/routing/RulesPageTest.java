package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.platform.browser.WebBrowser;

/** The rule table as a reader meets it. */
@QuarkusTest
class RulesPageTest {

    private static final String ONE_TYPE = "?on=2026-11-24&type=SERIOUS_INJURY";
    private static final String WHOLE_TABLE = "?on=2026-11-24";

    @RegisterExtension
    final WebBrowser browser = new WebBrowser();

    @TestHTTPResource("/rules")
    String rules;

    @ParameterizedTest(name = "/rules{0}")
    @ValueSource(strings = {"", ONE_TYPE, "?on=2000-01-01", "?on=nonsense&type=ZEBRA"})
    void nobodyIsShutOut(String query) {
        assertThat(browser.accessibilityFaults(rules + query)).isEmpty();
    }

    @ParameterizedTest(name = "/rules{0}")
    @ValueSource(strings = {WHOLE_TABLE, ONE_TYPE, "?on=nonsense&type=ZEBRA"})
    void aTelephoneShowsItWithoutScrollingSideways(String query) {
        var page = browser.openNarrow(rules + query);

        assertThat(WebBrowser.scrollsSideways(page)).isFalse();
    }

    @Test
    void itIsUsedWithTheKeyboardAlone() {
        var page = browser.open(rules);

        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type("1 April 2010");
        page.keyboard().press("Enter");
        page.waitForURL("**/rules?on=*");

        assertThat(page.textContent("main")).contains("As at 1 April 2010");
        assertThat(page.inputValue("#on")).isEqualTo("1 April 2010");
    }

    @Test
    void itWorksWithoutScript() {
        var page = browser.openWithoutScript(rules);

        page.selectOption("#type", "IRMER_SAUE");
        page.selectOption("#provider", "INDEPENDENT");
        page.click("button");

        assertThat(page.locator("h2").count()).isEqualTo(1);
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        assertThat(page.textContent("tbody")).contains("Independent provider", "Tell CQC", "SI 2017/1322");
    }

    @Test
    void aMistakeIsNamedFirstAndLeadsToItsField() {
        var page = browser.open(rules + "?on=nonsense");

        assertThat(page.title()).startsWith("Error: ");
        page.click(".govuk-error-summary a");
        page.keyboard().press("End");
        page.keyboard().type("!");
        assertThat(page.inputValue("#on")).isEqualTo("nonsense!");
        WebBrowser.keepPicture(page, "rules-error");
    }

    @Test
    void itAsksNothingOfAnotherHostAndKeepsItsOwnPolicy() {
        browser.open(rules + ONE_TYPE);

        assertThat(browser.responses())
                .hasSizeGreaterThan(1)
                .allMatch(response -> response.url().startsWith(rules.replace("/rules", "")));
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.bytesReceived()).isLessThan(120_000);
    }

    @Test
    void onPaperThereIsTheTableAndNoForm() {
        var page = browser.open(rules + ONE_TYPE);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.isVisible("form")).isFalse();
        assertThat(page.isVisible("table")).isTrue();
        WebBrowser.keepPicture(page, "rules-print");
    }

    @Test
    void picturesOfItAreKeptForAPersonToLookAt() {
        WebBrowser.keepPicture(browser.open(rules + ONE_TYPE), "rules-1280");
        WebBrowser.keepPicture(browser.openNarrow(rules + ONE_TYPE), "rules-320");
        WebBrowser.keepPicture(browser.open(rules + WHOLE_TABLE), "rules-whole");
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent");
    }
}
