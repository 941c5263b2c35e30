package org.notificationhub.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What was received, in order of arrival. */
@ApplicationScoped
public class Ledger {

    private final Clock clock;
    private final Journal journal;
    private final AtomicLong last = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Received> requests = new ConcurrentSkipListMap<>();

    Ledger(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @return the number of the request, for what comes of it */
    long arrived(Visit visit) {
        var http = visit.http();
        var request = new Received(
                last.incrementAndGet(),
                visit.authority(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                http.method().name(),
                http.path(),
                http.getHeader("X-Request-ID"),
                visit.reference(),
                false,
                null,
                JsonText.of(visit.body()));
        requests.put(request.number(), request);
        journal.add(new Fact.Arrived(request));
        return request.number();
    }

    void processed(long number, Reply reply) {
        if (reply.hasEffect()) {
            requests.computeIfPresent(number, (same, request) -> request.tookEffect());
            journal.add(new Fact.Took(number, reply.holds()));
        }
    }

    void answered(long number, int status) {
        requests.computeIfPresent(number, (same, request) -> request.answered(status));
        journal.add(new Fact.Answered(number, status));
    }

    void recall(Fact.Arrived arrived) {
        var number = arrived.request().number();
        last.set(number);
        requests.put(number, arrived.request());
    }

    /** The request that had the effect; none where the ledger has been cleared in between. */
    Optional<Received> recall(Fact.Took took) {
        return Optional.ofNullable(requests.computeIfPresent(took.number(), (same, request) -> request.tookEffect()));
    }

    void recall(Fact.Answered answered) {
        requests.computeIfPresent(answered.number(), (same, request) -> request.answered(answered.status()));
    }

    /** Those that came after the one with this number. */
    Stream<Received> after(long number) {
        return requests.tailMap(number, false).values().stream();
    }

    void clear() {
        requests.clear();
    }
}
