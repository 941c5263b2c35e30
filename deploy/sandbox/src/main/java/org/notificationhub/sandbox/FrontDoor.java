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
    private final Silence silence;
    private final AtomicInteger errors = new AtomicInteger();

    FrontDoor(Behaviours behaviours, Ledger ledger, Silence silence) {
        this.behaviours = behaviours;
        this.ledger = ledger;
        this.silence = silence;
    }

    public Uni<RestResponse<String>> receive(Visit visit, Regulator regulator, Supplier<Reply> processing) {
        var entry = ledger.arrived(visit);
        var behaviour = behaviours.of(visit.authority());
        var mode = behaviour.modeFor(ThreadLocalRandom.current().nextDouble());
        var latency = Duration.ofMillis(behaviour.latencyMs());
        return switch (mode) {
            case ACCEPT -> answer(entry, process(entry, processing), latency);
            case REJECT -> answer(entry, regulator.rejection(), latency);
            case ERROR -> answer(entry, error(regulator), latency);
            case RATE_LIMIT -> answer(entry, regulator.trouble(429).with(HttpHeaders.RETRY_AFTER, "1"), latency);
            case TIMEOUT -> silence.keep(visit.http().response());
            case ACCEPT_THEN_TIMEOUT -> {
                process(entry, processing);
                yield silence.keep(visit.http().response());
            }
        };
    }

    /** Turned away before the authority sees it, whatever the behaviour. */
    public Uni<RestResponse<String>> turnAway(Visit visit, Reply reply) {
        return answer(ledger.arrived(visit), reply, Duration.ZERO);
    }

    private static Reply process(Ledger.Entry entry, Supplier<Reply> processing) {
        var reply = processing.get();
        entry.processed(reply);
        return reply;
    }

    private Reply error(Regulator regulator) {
        return errors.getAndIncrement() % 2 == 0
                ? regulator.trouble(500)
                : regulator.trouble(503).with(HttpHeaders.RETRY_AFTER, "1");
    }

    private static Uni<RestResponse<String>> answer(Ledger.Entry entry, Reply reply, Duration latency) {
        var answer = Uni.createFrom().item(() -> {
            entry.answered(reply);
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
