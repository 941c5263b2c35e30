package org.notificationhub.platform.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A browser for tests of pages; a test starts as a reader whom the service has never seen. Use it as
 * {@code @RegisterExtension final WebBrowser browser = new WebBrowser()}.
 */
public final class WebBrowser implements BeforeEachCallback, AfterEachCallback {

    private static final int WIDE = 1280;
    private static final int HIGH = 900;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<Response> responses = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Browser browser;
    private String token;

    /** As whoever holds {@code token}, which a portal in front of the service would add. */
    public WebBrowser as(String token) {
        this.token = token;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        browser = test.getRoot()
                .getStore(Namespace.create(WebBrowser.class))
                .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class)
                .browser();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        responses.clear();
        complaints.clear();
        token = null;
    }

    public Page open(String address) {
        return open(address, new Browser.NewContextOptions().setViewportSize(WIDE, HIGH));
    }

    public Page openNarrow(String address) {
        return open(address, new Browser.NewContextOptions().setViewportSize(320, HIGH));
    }

    public Page openWithoutScript(String address) {
        return open(
                address,
                new Browser.NewContextOptions().setViewportSize(WIDE, HIGH).setJavaScriptEnabled(false));
    }

    public List<String> accessibilityFaults(String address) {
        return accessibilityFaults(openToExamine(address));
    }

    /** Of a page in the state a test has brought it to. */
    public static List<String> accessibilityFaults(Page examined) {
        return Axe.faults(examined);
    }

    /** The page's own policy forbids what is not its own script, so it is set aside for the examination. */
    public Page openToExamine(String address) {
        return open(
                address,
                new Browser.NewContextOptions().setViewportSize(WIDE, HIGH).setBypassCSP(true));
    }

    /** Everything the pages of this test were answered. */
    public List<Response> responses() {
        return List.copyOf(responses);
    }

    public long bytesReceived() {
        return responses.stream().mapToLong(response -> response.body().length).sum();
    }

    /** What the browser said of the pages of this test: policy violations, files not found, errors of scripts. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** The whole page, under {@code target/screenshots}, for a person to look at. */
    public static void keepPicture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }

    private Page open(String address, Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        contexts.add(context);
        if (token != null) {
            context.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
        }
        context.onResponse(responses::add);
        context.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        var page = context.newPage();
        page.navigate(address);
        return page;
    }
}
