package org.notificationhub.maternity.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.maternity.store.Sql;
import org.notificationhub.platform.browser.WebBrowser;

/** The survey as a reader meets it: a form, and a pop-up where there is script. */
@QuarkusTest
class FeedbackPagesTest {

    private static final String RESOURCE = "/resources/telephone-triage";
    private static final AtomicInteger READERS = new AtomicInteger();

    @RegisterExtension
    final WebBrowser browser = new WebBrowser();

    private final Sql sql;

    @TestHTTPResource("/")
    URI home;

    FeedbackPagesTest(Sql sql) {
        this.sql = sql;
    }

    @BeforeEach
    void nobodyHasAnswered() {
        sql.change("delete from feedback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feedback", "/feedback/thanks"})
    void nobodyIsShutOut(String path) {
        assertThat(browser.accessibilityFaults(at(RESOURCE + path))).isEmpty();
    }

    @Test
    void theFormWorksWithoutScript() {
        var page = reader(browser.openWithoutScript(at(RESOURCE)));

        page.click("text=Say more about this page");
        page.click("label[for='useful-PARTLY']");
        page.click("label[for='audience-BOARD']");
        page.click("label[for='intention']");
        page.fill("#comment", "Say how many lines a unit needs.");
        page.click("#send");

        assertThat(page.url()).endsWith(RESOURCE + "/feedback/thanks");
        assertThat(kept()).isEqualTo("T1 PARTLY BOARD SHARE Say how many lines a unit needs.");
    }

    @Test
    void anAnswerIsAboutTheVersionThatWasRead() {
        var page = reader(browser.openWithoutScript(at(RESOURCE + "/v/1")));

        page.click(".site-feedback button[value='NO']");

        assertThat(sql.rows("select version from feedback", row -> row.getInt(1)))
                .containsExactly(1);
    }

    @Test
    void theFirstQuestionIsAnsweredByOneClick() {
        var page = reader(browser.openWithoutScript(at(RESOURCE)));

        page.click(".site-feedback button[value='NO']");

        assertThat(page.textContent("h1")).isEqualTo("Thank you");
        assertThat(kept()).isEqualTo("T1 NO");
    }

    @Test
    void aMistakeIsNamedFirstLeadsToItsFieldAndLosesNothing() {
        var page = reader(browser.open(at(RESOURCE + "/feedback")));
        page.fill("#comment", "Ask jo@example.org about 943 476 5919");
        page.click("label[for='audience-MANAGER']");

        page.click("#send");

        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator(".govuk-error-summary a").allTextContents())
                .containsExactly(
                        "Take the e-mail address out of what you wrote",
                        "Take the NHS number out of what you wrote",
                        "Say whether this was useful");
        assertThat(page.inputValue("#comment")).isEqualTo("Ask jo@example.org about 943 476 5919");
        assertThat(page.isChecked("#audience-MANAGER")).isTrue();
        page.click("text=Say whether this was useful");
        page.keyboard().press("Space");
        assertThat(page.isChecked("#useful")).isTrue();
        WebBrowser.keepPicture(page, "feedback-error");
        assertThat(sql.rows("select 1 from feedback", row -> 1)).isEmpty();
    }

    @Test
    void aFormWithMistakesShutsNobodyOut() {
        var page = reader(browser.openToExamine(at(RESOURCE + "/feedback")));
        page.click("#send");

        assertThat(WebBrowser.accessibilityFaults(page)).isEmpty();
    }

    @Test
    void whoSendsTooManyIsAskedToWait() {
        var page = reader(browser.openWithoutScript(at(RESOURCE)));

        for (var i = 0; i < 6; i++) {
            page.navigate(at(RESOURCE));
            page.click(".site-feedback button[value='YES']");
        }

        assertThat(page.textContent(".govuk-error-summary")).contains("Wait a minute and send it again");
        assertThat(sql.rows("select 1 from feedback", row -> 1)).hasSize(5);
    }

    @Test
    void theQuestionComesUpAfterRealReadingAndNeverTwice() {
        var page = opened(RESOURCE);

        page.clock().fastForward(29_000);
        scrollDown(page);
        assertThat(page.isVisible("#survey")).isFalse();
        page.clock().fastForward(2_000);
        assertThat(page.isVisible("#survey")).isTrue();

        page.click("#survey-close");
        assertThat(page.isVisible("#survey")).isFalse();
        page.navigate(at("/resources/duty-of-candour"));
        page.clock().fastForward(60_000);
        scrollDown(page);
        assertThat(page.isVisible("#survey")).isFalse();
    }

    @Test
    void whoHasNotReadMuchIsNotAsked() {
        var page = opened(RESOURCE);

        page.clock().fastForward(600_000);

        assertThat(page.isVisible("#survey")).isFalse();
    }

    @Test
    void escapeClosesItAndTheReaderIsWhereTheyWere() {
        var page = asked();
        assertThat(page.evaluate("document.activeElement.closest('#survey') !== null"))
                .isEqualTo(true);

        page.keyboard().press("Escape");

        assertThat(page.isVisible("#survey")).isFalse();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("focused-before");
    }

    @Test
    void itIsAnsweredWithTheKeyboardAlone() {
        var page = asked();

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        page.waitForURL("**/feedback/thanks");
        assertThat(kept()).isEqualTo("T1 PARTLY");
    }

    @Test
    void thePageBehindItCanStillBeRead() {
        var page = asked(browser.openToExamine(at(RESOURCE)));

        assertThat(WebBrowser.accessibilityFaults(page)).isEmpty();
        assertThat(page.locator("#survey").evaluate("each => each.matches(':modal')"))
                .isEqualTo(false);
        WebBrowser.keepPicture(page, "survey");
        page.locator("#references ~ ul a").first().focus();
        assertThat((Boolean) page.evaluate("""
                () => { const own = document.activeElement.getBoundingClientRect();
                  const over = document.getElementById('survey').getBoundingClientRect();
                  return own.bottom > over.top && own.right > over.left; }""")).isFalse();
    }

    @Test
    void onATelephoneItFits() {
        var page = browser.openNarrow(at(RESOURCE));
        page.evaluate("document.getElementById('survey').show()");

        assertThat(WebBrowser.scrollsSideways(page)).isFalse();
        assertThat(page.locator("#survey").boundingBox().width).isLessThanOrEqualTo(290);
        WebBrowser.keepPicture(page, "survey-320");
    }

    @Test
    void nothingOfTheReaderLeavesTheBrowser() {
        var page = asked();

        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("Object.keys(localStorage)")).asList().containsExactly("maternity-survey");
        assertThat(browser.responses()).allMatch(response -> response.url().startsWith(at("/")));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void pictures() {
        WebBrowser.keepPicture(browser.open(at(RESOURCE + "/feedback")), "feedback");
        WebBrowser.keepPicture(browser.openNarrow(at(RESOURCE + "/feedback")), "feedback-320");
    }

    /** A reader who has read for a while, with a link focused. */
    private Page asked() {
        return asked(browser.open(at(RESOURCE)));
    }

    private Page asked(Page opened) {
        var page = withClock(opened);
        page.evaluate("document.querySelector('.site-contents a').id = 'focused-before'");
        page.focus("#focused-before");
        scrollDown(page);
        page.clock().fastForward(31_000);
        page.waitForSelector("#survey[open]");
        return page;
    }

    /** With a clock that a test moves on. */
    private Page opened(String path) {
        return withClock(browser.open(at(path)));
    }

    private static Page withClock(Page page) {
        reader(page).clock().install();
        page.reload();
        return page;
    }

    private static void scrollDown(Page page) {
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight * 0.6)");
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => done()))");
    }

    private static Page reader(Page page) {
        page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "192.0.2." + READERS.incrementAndGet()));
        return page;
    }

    private String kept() {
        return sql.rows(
                        "select concat_ws(' ', resource_id, useful, audience, intention, comment) from feedback",
                        row -> row.getString(1))
                .get(0);
    }

    private String at(String path) {
        return home.toString().replaceAll("/$", "") + path;
    }
}
