package org.notificationhub.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What one sender does, step by step, endlessly. The seed determines all of it. */
final class Script {

    private static final int MOST_IN_A_BATCH = 12;

    /** Changes mostly meet what is still on its way. */
    private static final int RECENT = 6;

    private final int sender;
    private final Random random;
    private final List<Said> open = new ArrayList<>();
    private int reports;

    Script(long seed, int sender) {
        this.sender = sender;
        this.random = new Random(seed * 31 + sender);
    }

    private record Said(Report report, int version) {}

    Step next() {
        var draw = random.nextInt(100);
        if (open.isEmpty() || draw < 55) {
            return new Step.Submit(report());
        }
        if (draw < 61) {
            return batch();
        }
        if (draw < 80) {
            return amend();
        }
        return draw < 90 ? withdraw() : repeat();
    }

    private Step batch() {
        return new Step.Batch(IntStream.rangeClosed(0, 1 + random.nextInt(MOST_IN_A_BATCH))
                .mapToObj(line -> report())
                .toList());
    }

    private Step amend() {
        var place = place();
        var amended = new Said(open.get(place).report(), open.get(place).version() + 1);
        open.set(place, amended);
        return new Step.Amend(amended.report(), amended.version());
    }

    private Step withdraw() {
        var withdrawn = open.remove(place());
        return new Step.Withdraw(withdrawn.report(), withdrawn.version() + 1);
    }

    private Step repeat() {
        var said = open.get(place());
        return said.version() == 1 ? new Step.Repeat(said.report()) : new Step.Submit(report());
    }

    private int place() {
        var from = random.nextInt(4) == 0 ? 0 : Math.max(0, open.size() - RECENT);
        return from + random.nextInt(open.size() - from);
    }

    private Report report() {
        var providers = random.nextBoolean() ? Kind.NHS_BODIES : Kind.INDEPENDENT;
        var report = new Report(
                "CHAOS-%d-%d".formatted(sender, ++reports),
                Kind.values()[random.nextInt(Kind.values().length)],
                providers.get(random.nextInt(providers.size())));
        open.add(new Said(report, 1));
        return report;
    }
}
