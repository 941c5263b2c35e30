package org.notificationhub.irmer.dashboard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.notificationhub.background.Rounds;
import org.notificationhub.irmer.IrmerConfig;

/**
 * Tells browsers when counts have changed. All listeners of a replica share one question to the database, which every
 * replica's writers leave their time in; without listeners nothing is asked.
 */
@ApplicationScoped
public class LiveCounts {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** So that neither a proxy nor a browser takes a quiet stream for a dead one. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** A browser comes back by itself, and is asked again who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final DataSource database;
    private final Clock clock;
    private final int most;
    private final Rounds rounds;

    LiveCounts(DataSource database, Clock clock, IrmerConfig config) {
        this.database = database;
        this.clock = clock;
        this.most = config.dashboard().listeners();
        this.rounds = new Rounds("live-counts", "Pages were not told of changed counts", this::tell);
    }

    void start(@Observes StartupEvent event) {
        rounds.start(PAUSE, PAUSE);
        // An orderly shutdown waits for answers under way before it tells anybody, and these would not end by
        // themselves.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "live-counts-end"));
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
        end();
    }

    public boolean isFull() {
        return listeners.size() >= most;
    }

    /** The time of the last change, at once and whenever there is another; an empty text now and then meanwhile. */
    public Multi<String> changes() {
        return Multi.createFrom().emitter(emitter -> {
            var listener = new Listener(emitter, clock.instant());
            emitter.onTermination(() -> listeners.remove(listener));
            listeners.add(listener);
        });
    }

    private void end() {
        listeners.forEach(Listener::end);
    }

    private void tell() throws SQLException {
        if (!listeners.isEmpty()) {
            var changed = lastChange();
            var now = clock.instant();
            listeners.forEach(listener -> {
                if (listener.isOver(now)) {
                    listeners.remove(listener);
                    listener.end();
                } else {
                    listener.tell(changed, now);
                }
            });
        }
    }

    private Instant lastChange() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select written_at from ledger");
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** One browser. Only the thread of the rounds tells it anything. */
    private static final class Listener {

        private final MultiEmitter<? super String> emitter;
        private final Instant since;
        private Instant told;
        private Instant spoken;

        Listener(MultiEmitter<? super String> emitter, Instant since) {
            this.emitter = emitter;
            this.since = since;
            this.spoken = since;
        }

        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(LONGEST));
        }

        void tell(Instant changed, Instant now) {
            if (!changed.equals(told)) {
                told = changed;
                say(changed.toString(), now);
            } else if (!now.isBefore(spoken.plus(HEARTBEAT))) {
                say("", now);
            }
        }

        void end() {
            emitter.complete();
        }

        private void say(String text, Instant now) {
            spoken = now;
            emitter.emit(text);
        }
    }
}
