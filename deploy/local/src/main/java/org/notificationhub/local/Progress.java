package org.notificationhub.local;

/** How far a long piece of work has come: a bar on a terminal, otherwise a line every tenth. */
final class Progress {

    private static final int WIDTH = 30;

    private final int total;
    private final long started = System.nanoTime();
    private int done;
    private int refused;
    private int shownTenths;

    Progress(int total) {
        this.total = Math.max(1, total);
    }

    void one(boolean accepted) {
        refused += accepted ? 0 : 1;
        reached(done + 1);
    }

    /** The total may have been a guess. */
    void reached(int now) {
        done = now;
        var tenths = Math.min(10, done * 10 / total);
        if (Terminal.isInteractive()) {
            var filled = Math.min(WIDTH, done * WIDTH / total);
            System.err.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + figures());
        } else if (tenths > shownTenths) {
            shownTenths = tenths;
            Terminal.say(figures());
        }
    }

    void reached(int now, int refusedOfThem) {
        refused = refusedOfThem;
        reached(now);
    }

    void done() {
        if (Terminal.isInteractive()) {
            System.err.println();
        }
    }

    private String figures() {
        var seconds = (System.nanoTime() - started) / 1e9;
        var rate = done / Math.max(0.001, seconds);
        return "%d of %d, %.0f a second, %.0f s left, %d refused"
                .formatted(done, total, rate, Math.max(0, total - done) / Math.max(0.001, rate), refused);
    }
}
