package org.notificationhub.maternity.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.maternity.catalogue.ContentReader;
import org.notificationhub.platform.browser.WebBrowser;

/** The site as a reader meets it. */
@QuarkusTest
class SitePagesTest {

    private static final int MOST_BYTES = 120_000;

    /** Links that have been seen to lead somewhere. */
    private static final Set<String> FOLLOWED = new HashSet<>();

    @RegisterExtension
    final WebBrowser browser = new WebBrowser();

    @TestHTTPResource("/")
    URI home;

    /** Each kind of page, with what can make it look otherwise. */
    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/themes/triage",
                "/themes/healthcare-equity?audience=BOARD",
                "/themes/triage/pack",
                "/themes/managing-safety-incidents/pack?audience=MANAGER",
                "/resources/first-assessment-in-15-minutes",
                "/resources/duty-of-candour?audience=BOARD",
                "/resources/telephone-triage/v/1",
                "/resources/telephone-triage/v/2/changes",
                "/search",
                "/search?q=saftey+champions",
                "/search?q=telephone+zebra&theme=triage",
                "/search?q=zebra",
                "/search?q=" + "z".repeat(201),
                "/search?audience=BOARD&keyQuestion=WELL_LED",
                "/updates",
                "/updates?since=2099-01-01",
                "/figures",
                "/resources/nothing");
    }

    /** Everything a link on a page of ours leads to, so that none leads nowhere. */
    static Stream<String> everyPage() {
        var content = ContentReader.read();
        return Stream.of(
                        Stream.of("/", "/search", "/updates", "/figures"),
                        content.themes().stream().map(theme -> "/themes/" + theme.slug()),
                        content.themes().stream().map(theme -> "/themes/" + theme.slug() + "/pack"),
                        content.resources().stream().map(resource -> "/resources/" + resource.slug()))
                .flatMap(paths -> paths);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void nobodyIsShutOut(String path) {
        assertThat(browser.accessibilityFaults(at(path))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aTelephoneShowsItWithoutScrollingSideways(String path) {
        assertThat(WebBrowser.scrollsSideways(browser.openNarrow(at(path)))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void thereIsOneFirstHeadingAndNoneIsLeftOut(String path) {
        var page = browser.open(at(path));

        var levels = page.locator("h1, h2, h3, h4").all().stream()
                .map(heading -> (String) heading.evaluate("each => each.tagName"))
                .map(tag -> Integer.parseInt(tag.substring(1)))
                .toList();

        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (var i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
        assertThat(page.title()).endsWith(" - Maternity resources - Statutory Notification Hub");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPage")
    void itIsLightAsksNothingOfAnotherHostAndKeepsItsOwnPolicy(String path) {
        browser.open(at(path));

        assertThat(browser.responses())
                .hasSizeGreaterThan(1)
                .allMatch(response -> response.url().startsWith(at("/")))
                .allMatch(response -> response.status() == 200);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.bytesReceived()).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPage")
    void everyLinkLeadsSomewhere(String path) {
        var page = browser.open(at(path));

        @SuppressWarnings("unchecked")
        var links = (List<String>)
                page.evaluate(
                        "[...new Set([...document.links].map(link => link.href))].filter(each => each.startsWith(location.origin))");

        assertThat(links).isNotEmpty().filteredOn(FOLLOWED::add).allSatisfy(link -> {
            var answer = page.request().get(link);
            assertThat(answer.status()).as(link).isEqualTo(200);
            var anchor = URI.create(link).getFragment();
            assertThat(answer.text()).as(link).contains(anchor == null ? "" : "id=\"" + anchor + "\"");
        });
    }

    @Test
    void theKeyboardReachesEverythingInTheOrderOfThePageAndShowsWhereItIs() {
        var page = browser.open(at("/resources/first-assessment-in-15-minutes"));
        var order =
                "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select')].filter(each => each.checkVisibility())";
        var all = (Integer) page.evaluate(order + ".length");

        var reached = new ArrayList<Integer>();
        for (var i = 0; i < all; i++) {
            page.keyboard().press("Tab");
            reached.add((Integer) page.evaluate(order + ".indexOf(document.activeElement)"));
            assertThat((Boolean) page.evaluate("""
                    () => { const style = getComputedStyle(document.activeElement);
                      return style.outlineStyle != 'none' || style.boxShadow != 'none' || style.backgroundColor == 'rgb(255, 221, 0)'; }"""))
                    .as("focus on %s", page.evaluate("document.activeElement.textContent"))
                    .isTrue();
        }

        assertThat(reached).isSorted().doesNotHaveDuplicates().hasSize(all);
    }

    @Test
    void theSkipLinkComesFirstAndLeadsToTheContent() {
        var page = browser.open(at("/"));

        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
    }

    @Test
    void oneSearchesWithTheKeyboardAlone() {
        var page = browser.open(at("/"));

        page.focus("#q");
        page.keyboard().type("drpoped calls");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=*");

        assertThat(page.textContent("#results")).contains("for “dropped calls”");
        assertThat(page.textContent("main")).contains("Nothing has “drpoped calls” as it was typed");
        assertThat(page.locator("mark").count()).isPositive();
        page.locator(".site-results li li a").first().press("Enter");
        page.waitForURL("**/resources/telephone-triage#*");
        assertThat(page.locator(":target").count()).isEqualTo(1);
    }

    @Test
    void filtersWorkWithoutScript() {
        var page = browser.openWithoutScript(at("/search?q=escalation"));

        page.selectOption("#theme", "triage");
        page.selectOption("#audience", "BOARD");
        page.click(".site-filters button");

        assertThat(page.locator(".site-results > li").count()).isEqualTo(1);
        assertThat(page.textContent(".site-results")).contains("Audit triage");
        assertThat(page.inputValue("#q")).isEqualTo("escalation");
        assertThat(page.inputValue("#theme")).isEqualTo("triage");
    }

    @Test
    void whatWasCitedCanStillBeReadAndTheNewestIsAClickAway() {
        var page = browser.open(at("/resources/telephone-triage/v/1"));

        assertThat(page.textContent("main")).contains("This is version 1, as it was published");
        page.click(".govuk-warning-text a");

        assertThat(page.url()).endsWith("/resources/telephone-triage");
        assertThat(page.locator(".govuk-warning-text").count()).isZero();
    }

    @Test
    void whatChangedIsShownWordByWord() {
        var page = browser.open(at("/resources/telephone-triage/v/2"));

        page.click("text=See each change");

        assertThat(page.textContent("h1")).startsWith("What changed in version 2");
        assertThat(page.locator(".site-changes ins").count()).isPositive();
        assertThat(page.textContent("main")).contains("added: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/resources/telephone-triage/v/0",
                "/resources/telephone-triage/v/99",
                "/resources/telephone-triage/v/1/changes",
                "/resources/telephone-triage/v/one",
                "/resources/nothing/feedback",
                "/themes/nothing/pack"
            })
    void whatDoesNotExistIsAPageThatLeadsOn(String path) {
        var page = browser.open(at(path));

        assertThat(browser.responses().get(0).status()).isEqualTo(404);
        assertThat(page.textContent("h1")).isEqualTo("Page not found");
    }

    @Test
    void aBoardMemberHasAChecklistToPrintInTwoClicks() {
        var page = browser.open(at("/themes/triage"));

        page.click(".site-groups >> text=Board members");
        page.click("text=as a pack to print");

        assertThat(page.url()).endsWith("/themes/triage/pack?audience=BOARD");
        assertThat(page.textContent("main")).contains("For board members", "Audit triage");
    }

    @Test
    void whatIsTypedIsShownAndNeverRun() {
        var page = browser.open(at("/search?q=%3Cscript%3Ealert(1)%3C/script%3E+%22triage"));

        assertThat(page.inputValue("#q")).isEqualTo("<script>alert(1)</script> \"triage");
        assertThat(page.locator("main script").count()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    /** A window half as wide is what 200 % leaves of one that is 1280 pixels wide. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/", "/search?q=triage", "/resources/duty-of-candour", "/figures", "/themes/triage/pack"})
    void twiceAsLargeNothingIsLostOrCutOff(String path) {
        var page = browser.open(at(path));

        page.setViewportSize(640, 450);

        assertThat(WebBrowser.scrollsSideways(page)).isFalse();
        assertThat((Integer) page.evaluate("""
                [...document.querySelectorAll('main *')].filter(each => each.checkVisibility()
                    && !each.closest('svg') && !each.className.toString().includes('visually-hidden')
                    && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0
                    && getComputedStyle(each).overflowX != 'visible').length""")).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/themes/triage/pack", "/resources/duty-of-candour", "/figures", "/themes/triage"})
    void onPaperThereIsTheContentAndNothingToClick(String path) {
        var page = browser.open(at(path));

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("main h1").isVisible()).isTrue();
        assertThat(page.locator("form:visible, nav:visible").count()).isZero();
        assertThat(page.pdf()).hasSizeGreaterThan(10_000);
    }

    @Test
    void aPackHasEachSubjectOnAPageOfItsOwn() {
        var page = browser.open(at("/themes/triage/pack"));

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".site-sheet").all().stream()
                        .map(sheet -> sheet.evaluate("each => getComputedStyle(each).breakBefore")))
                .containsExactly("auto", "page", "page", "page");
    }

    @Test
    void aChartSaysWhatItsTableSays() {
        var page = browser.open(at("/figures"));
        var chart = page.locator("figure").first();

        var bars = chart.locator("rect").all().stream()
                .map(bar -> bar.getAttribute("width").replace("%", ""))
                .toList();
        var table = chart.locator("tbody td:nth-child(2)").allTextContents();

        assertThat(bars).isEqualTo(table).hasSize(4);
        assertThat(chart.locator("svg").getAttribute("aria-label")).contains("Good " + table.get(1) + "%");
    }

    @Test
    void whatWasNotPublishedAsANumberHasNoBar() {
        var page = browser.open(at("/figures"));
        var last = page.locator("figure").last();

        assertThat(last.locator("rect").count()).isEqualTo(1);
        assertThat(last.locator("svg").textContent()).contains("nearly 61%");
        assertThat(last.locator("tbody td:nth-child(2)").allTextContents()).contains("[x]");
    }

    @Test
    void figuresCanBeTakenAway() {
        var page = browser.open(at("/figures"));

        var csv = page.request().get(at("/figures.csv"));

        assertThat(csv.headers()).containsEntry("content-type", "text/csv;charset=UTF-8");
        assertThat(csv.text().split("\r\n"))
                .hasSizeGreaterThan(10)
                .contains(
                        "programme-2022-2024,August 2022 to December 2023,2024-09-19,The 131 locations of the inspection"
                                + " programme,SAFE,INADEQUATE,18,,,18%,https://www.cqc.org.uk/publications/maternity-services-2022-2024");
    }

    @Test
    void picturesOfItAreKeptForAPersonToLookAt() {
        WebBrowser.keepPicture(browser.open(at("/")), "home");
        WebBrowser.keepPicture(browser.openNarrow(at("/")), "home-320");
        WebBrowser.keepPicture(browser.open(at("/themes/triage")), "theme");
        WebBrowser.keepPicture(browser.open(at("/themes/triage?audience=BOARD")), "theme-board");
        WebBrowser.keepPicture(browser.open(at("/resources/first-assessment-in-15-minutes")), "resource");
        WebBrowser.keepPicture(browser.openNarrow(at("/resources/first-assessment-in-15-minutes")), "resource-320");
        WebBrowser.keepPicture(browser.open(at("/search?q=saftey+champions")), "search");
        WebBrowser.keepPicture(browser.openNarrow(at("/search?q=saftey+champions")), "search-320");
        WebBrowser.keepPicture(browser.open(at("/updates")), "updates");
        WebBrowser.keepPicture(browser.open(at("/resources/telephone-triage/v/1")), "version");
        WebBrowser.keepPicture(browser.open(at("/resources/telephone-triage/v/2/changes")), "changes");
        WebBrowser.keepPicture(browser.open(at("/figures")), "figures");
        WebBrowser.keepPicture(browser.openNarrow(at("/figures")), "figures-320");
        WebBrowser.keepPicture(browser.openNarrow(at("/themes/triage/pack")), "pack-320");
        var pack = browser.open(at("/themes/triage/pack"));
        pack.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        WebBrowser.keepPicture(pack, "pack-print");
    }

    private String at(String path) {
        return home.toString().replaceAll("/$", "") + path;
    }
}
