package org.notificationhub.local.chaos;

import java.time.Duration;
import java.util.Locale;
import org.notificationhub.local.Part;

/** Something that goes wrong in a chaos run, so long after its beginning. */
sealed interface Fault {

    Duration at();

    String words();

    /** A fault of one part of the hub. */
    sealed interface OfPart extends Fault {
        Part part();

        /** Whether everything is ready again before it happens; if not, it may hit while another part is still starting. */
        boolean isAlone();
    }

    /** @param down how long nobody starts it again */
    record Kill(Duration at, Part part, boolean isAlone, Duration down) implements OfPart {
        @Override
        public String words() {
            return "kill -9 " + part.title() + ", started again after " + seconds(down);
        }
    }

    record Pause(Duration at, Part part, boolean isAlone, Duration length) implements OfPart {
        @Override
        public String words() {
            return "pause " + part.title() + " for " + seconds(length);
        }
    }

    record Restart(Duration at, Part part, boolean isAlone) implements OfPart {
        @Override
        public String words() {
            return "restart " + part.title();
        }
    }

    record Misbehave(Duration at, Authority authority, Behaviour behaviour, Duration length) implements Fault {
        Duration end() {
            return at.plus(length);
        }

        @Override
        public String words() {
            return String.format(
                    Locale.ROOT,
                    "%s: %s for %.0f %% of requests, latency %d ms, callbacks %s, for %s",
                    authority,
                    behaviour.mode(),
                    behaviour.share() * 100,
                    behaviour.latencyMs(),
                    behaviour.callbacks(),
                    seconds(length));
        }
    }

    private static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }
}
