package org.notificationhub.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.notificationhub.local.HubFailed;

/** Several providers' systems at once. Together they ask of two cores what those can carry beside everything else. */
final class Senders {

    private static final int SENDERS = 4;
    private static final long PACE_MS = 450;
    private static final long PATIENCE_SECONDS = 300;

    private final Intake intake;
    private final List<Sender> senders;
    private final List<Thread> threads = new ArrayList<>();

    Senders(long seed, Intake intake) {
        this.intake = intake;
        this.senders = IntStream.rangeClosed(1, SENDERS)
                .mapToObj(number -> new Sender(new Script(seed, number), intake, PACE_MS))
                .toList();
    }

    void start() {
        senders.forEach(sender -> {
            var thread = new Thread(sender, "sender");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        });
    }

    /** Every one has got its answer when this returns. */
    void stop() throws InterruptedException {
        senders.forEach(Sender::stop);
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (thread.isAlive()) {
                throw new HubFailed(
                        "A sender got no answer within %d s after all faults were lifted".formatted(PATIENCE_SECONDS));
            }
        }
    }

    List<Told> told() {
        return senders.stream().flatMap(sender -> sender.told().stream()).toList();
    }

    Intake intake() {
        return intake;
    }
}
