package org.notificationhub.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was received, in order of arrival. */
@ApplicationScoped
public class Ledger {

    private final Clock clock;
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    Ledger(Clock clock) {
        this.clock = clock;
    }

    Entry arrived(Visit visit) {
        var http = visit.http();
        var entry = new Entry(new Received(
                visit.authority(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                http.method().name(),
                http.path(),
                http.getHeader("X-Request-ID"),
                visit.reference(),
                false,
                null,
                visit.body()));
        entries.add(entry);
        return entry;
    }

    List<Received> received() {
        return entries.stream().map(entry -> entry.received).toList();
    }

    void clear() {
        entries.clear();
    }

    /** A request whose effect, and then answer, come to be known. */
    static final class Entry {

        private volatile Received received;

        private Entry(Received received) {
            this.received = received;
        }

        void processed(Reply reply) {
            received = received.settled(reply.effect(), null);
        }

        void answered(Reply reply) {
            received = received.settled(reply.effect(), reply.status());
        }
    }
}
