package org.notificationhub.platform.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The machine's own Chromium, started once for a test JVM and ended with it. */
final class Chromium implements AutoCloseable {

    private static final String SETTING = "HUB_CHROMIUM";
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    /** Nothing leaves this machine, and a container's root may start it. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
    }

    static Chromium start() {
        return new Chromium(find(System.getenv()).orElseThrow(() -> missing(System.getenv())));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    static Optional<Path> find(Map<String, String> environment) {
        return (environment.containsKey(SETTING) ? Stream.of(environment.get(SETTING)) : USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A developer without a browser goes on and is told so; in CI, a test that did not run would look like one that passed. */
    static RuntimeException missing(Map<String, String> environment) {
        if (environment.containsKey("CI")) {
            return new IllegalStateException(
                    "There is no Chromium for the browser tests; install one or set " + SETTING);
        }
        System.err.println(
                "*** Browser tests are SKIPPED: there is no Chromium. Install one or set " + SETTING + ". ***");
        return new TestAbortedException("There is no Chromium");
    }
}
