package org.notificationhub.sandbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Requests that get no answer. No thread waits with them. */
@ApplicationScoped
public class Silence {

    private final Set<HttpServerResponse> held = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final SandboxConfig config;

    Silence(Vertx vertx, SandboxConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Never completes: the client gives up, or the connection is dropped when the time is over. */
    <T> Uni<T> keep(HttpServerResponse response) {
        held.add(response);
        var timer = vertx.setTimer(config.hold().toMillis(), elapsed -> drop(response));
        return Uni.createFrom().<T>nothing().onCancellation().invoke(() -> {
            vertx.cancelTimer(timer);
            held.remove(response);
        });
    }

    void dropAll() {
        held.forEach(this::drop);
    }

    private void drop(HttpServerResponse response) {
        if (held.remove(response)) {
            response.reset();
        }
    }
}
