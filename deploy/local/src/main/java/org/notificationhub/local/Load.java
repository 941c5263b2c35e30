package org.notificationhub.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;

/** The same small piece of work, again and again, by a number of clients at once. */
interface Load {

    /** A client's own connection. */
    Client connect() throws IOException;

    /** Does one piece of work; returns only when its effect is durable. */
    interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws IOException;
    }

    static Result run(Load load, int clients, Duration length) throws InterruptedException, IOException {
        var nanoseconds = new ConcurrentLinkedQueue<long[]>();
        var failures = new ConcurrentLinkedQueue<Exception>();
        var end = System.nanoTime() + length.toNanos();
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < clients; n++) {
            var thread = new Thread(() -> {
                try {
                    nanoseconds.add(repeat(load, end));
                } catch (Exception e) {
                    failures.add(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IOException(
                    failures.size() + " clients failed; one of them: " + failures.peek(), failures.peek());
        }
        var all = nanoseconds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / (length.toNanos() / 1e9), all[all.length / 2] / 1e6);
    }

    private static long[] repeat(Load load, long end) throws Exception {
        var taken = LongStream.builder();
        try (var client = load.connect()) {
            while (System.nanoTime() < end) {
                var began = System.nanoTime();
                client.once();
                taken.add(System.nanoTime() - began);
            }
        }
        return taken.build().toArray();
    }

    record Result(double rate, double medianMillis) {}
}
