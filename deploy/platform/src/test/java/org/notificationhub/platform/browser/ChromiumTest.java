package org.notificationhub.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ChromiumTest {

    @Test
    void theOneThatWasNamedIsTheOnlyOneLookedFor() {
        assertThat(Chromium.find(Map.of("HUB_CHROMIUM", "/bin/sh"))).hasToString("Optional[/bin/sh]");
        assertThat(Chromium.find(Map.of("HUB_CHROMIUM", "/bin/no-such-browser")))
                .isEmpty();
    }

    @Test
    void withoutABrowserADevelopersTestIsSkippedAndThatOfCiFails() {
        assertThat(Chromium.missing(Map.of())).isInstanceOf(TestAbortedException.class);
        assertThat(Chromium.missing(Map.of("CI", "true"))).isInstanceOf(IllegalStateException.class);
    }
}
