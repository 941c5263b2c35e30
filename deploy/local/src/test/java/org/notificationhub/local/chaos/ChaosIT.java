package org.notificationhub.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.notificationhub.local.HubHome;
import org.notificationhub.local.Terminal;

/** What {@code ./hub chaos} does: for 4 minutes in CI, for 1 elsewhere, so that all tests together take not too long. */
class ChaosIT {

    private static final long SEED = 20261124;

    @Test
    void nothingIsLostAndNothingDoubledWhateverFails() throws Exception {
        var directory = Path.of("target/chaos").toAbsolutePath();
        HubHome.delete(directory);
        var home = new HubHome(Path.of("../..").toAbsolutePath().normalize(), directory);
        var length = Duration.ofMinutes(Long.getLong("chaos.minutes", System.getenv("CI") == null ? 1 : 4));

        var report = new ChaosRun(home, length, SEED, Terminal::say).run();

        Terminal.say(report.text());
        assertThat(report.agrees()).as(report.text()).isTrue();
        assertThat(report.counts().get("senders: versions accepted")).isPositive();
    }
}
