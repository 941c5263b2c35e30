package org.notificationhub.sandbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Writes down every request and treats it as the authority's behaviour says. */
@ApplicationScoped
public class FrontDoor {

    private final Behaviours behaviours;
    private final Ledger ledger;
    private final Journal journal;
    private final Silence silence;
    private final Object desk = new Object();
    private final AtomicInteger errors = new AtomicInteger();

    FrontDoor(Behaviours behaviours, Ledger ledger, Journal journal, Silence silence) {
        this.behaviours = behaviours;
        this.ledger = ledger;
        this.journal = journal;
        this.silence = silence;
    }

    public Uni<RestResponse<String>> receive(Visit visit, Regulator regulator, Supplier<Reply> processing) {
        var number = ledger.arrived(visit);
        var behaviour = behaviours.of(visit.authority());
        var mode = behaviour.modeFor(ThreadLocalRandom.current().nextDouble());
        var latency = Duration.ofMillis(behaviour.latencyMs());
        return switch (mode) {
            case ACCEPT -> answer(number, process(number, processing), latency);
            case REJECT -> answer(number, regulator.rejection(), latency);
            case ERROR -> answer(number, error(regulator), latency);
            case RATE_LIMIT -> answer(number, regulator.trouble(429).with(HttpHeaders.RETRY_AFTER, "1"), latency);
            case TIMEOUT -> silence.keep(visit.http().response());
            case ACCEPT_THEN_TIMEOUT -> {
                process(number, processing);
                yield silence.keep(visit.http().response());
            }
        };
    }

    /** Turned away before the authority sees it, whatever the behaviour. */
    public Uni<RestResponse<String>> turnAway(Visit visit, Reply reply) {
        return answer(ledger.arrived(visit), reply, Duration.ZERO);
    }

    /**
     * One after the other, and durable before anything is answered: the journal has effects in the order in which they were
     * had, and a repeat is never recognised by what a killed process would forget.
     */
    private Reply process(long number, Supplier<Reply> processing) {
        Reply reply;
        synchronized (desk) {
            reply = processing.get();
            ledger.processed(number, reply);
        }
        journal.force();
        return reply;
    }

    private Reply error(Regulator regulator) {
        return errors.getAndIncrement() % 2 == 0
                ? regulator.trouble(500)
                : regulator.trouble(503).with(HttpHeaders.RETRY_AFTER, "1");
    }

    private Uni<RestResponse<String>> answer(long number, Reply reply, Duration latency) {
        var answer = Uni.createFrom().item(() -> {
            ledger.answered(number, reply.status());
            return response(reply);
        });
        return latency.isZero()
                ? answer
                : Uni.createFrom().voidItem().onItem().delayIt().by(latency).chain(() -> answer);
    }

    private static RestResponse<String> response(Reply reply) {
        var response = RestResponse.ResponseBuilder.<String>create(reply.status());
        if (reply.body() != null) {
            response.entity(reply.body()).header(HttpHeaders.CONTENT_TYPE, reply.mediaType());
        }
        reply.headers().forEach(response::header);
        return response.build();
    }
}
