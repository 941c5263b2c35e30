package org.notificationhub.local.chaos;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.notificationhub.local.HubFailed;
import org.notificationhub.local.LocalHub;
import org.notificationhub.local.Part;

/** Makes the faults of a schedule happen to a hub that runs, and takes them back. */
final class FaultRun {

    private static final long LOOK_AGAIN_MS = 300;
    private static final int TRIES_TO_START = 5;

    private final LocalHub hub;
    private final Sandbox sandbox;
    private final Supervisor supervisor;
    private final Consumer<String> tell;
    private final ConcurrentLinkedQueue<Fault> happened = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Refusing> refusing = new ConcurrentLinkedQueue<>();
    private long began;

    FaultRun(LocalHub hub, Sandbox sandbox, Supervisor supervisor, Consumer<String> tell) {
        this.hub = hub;
        this.sandbox = sandbox;
        this.supervisor = supervisor;
        this.tell = tell;
    }

    /** Returns after {@code length}, when all faults are lifted and every part runs again. */
    void run(FaultSchedule schedule, Duration length, Runnable everyTenth) throws InterruptedException, IOException {
        began = System.nanoTime();
        var tracks = Executors.newCachedThreadPool();
        var faults = new ArrayList<Future<?>>();
        faults.add(tracks.submit(() -> happen(schedule.ofParts(), length, this::strike)));
        for (var authority : Authority.values()) {
            var own = schedule.ofAuthorities().stream()
                    .filter(fault -> fault.authority() == authority)
                    .toList();
            faults.add(tracks.submit(() -> happen(own, length, this::misbehave)));
        }
        for (var tenth = 1; tenth <= 10; tenth++) {
            sleepUntil(length.multipliedBy(tenth).dividedBy(10));
            everyTenth.run();
        }
        for (var track : faults) {
            join(track);
        }
        tracks.shutdown();
    }

    private interface Happening<F> {
        void happen(F fault) throws InterruptedException, IOException;
    }

    /** On a machine that is slow, what should be over by now does not happen, nor what comes after the end. */
    private <F extends Fault> Void happen(List<F> faults, Duration length, Happening<F> happening)
            throws InterruptedException, IOException {
        for (var fault : faults) {
            sleepUntil(fault.at());
            if (fault instanceof Fault.OfPart part && part.isAlone()) {
                supervisor.awaitReady();
            }
            if (elapsed().compareTo(length) >= 0) {
                return null;
            }
            if (isPast(fault)) {
                continue;
            }
            tell.accept("%3d s  %s".formatted(elapsed().toSeconds(), fault.words()));
            happened.add(fault);
            happening.happen(fault);
        }
        return null;
    }

    private boolean isPast(Fault fault) {
        return fault instanceof Fault.Misbehave misbehave && elapsed().compareTo(misbehave.end()) > 0;
    }

    private void strike(Fault.OfPart fault) throws InterruptedException, IOException {
        var part = fault.part();
        supervisor.lookAway(part);
        if (fault instanceof Fault.Kill kill) {
            hub.running(part).kill();
            sleep(kill.down());
            start(part);
        } else if (fault instanceof Fault.Pause pause) {
            hub.running(part).pause();
            sleep(pause.length());
            hub.running(part).resume();
        } else {
            hub.running(part).stop();
            start(part);
        }
        supervisor.lookAt(part);
    }

    private void start(Part part) throws InterruptedException, IOException {
        for (var tries = 1; ; tries++) {
            try {
                hub.start(part);
                return;
            } catch (HubFailed e) {
                if (tries == TRIES_TO_START) {
                    throw e;
                }
                sleep(Duration.ofSeconds(1));
            }
        }
    }

    /** A stand-in that is down hears of it when it is up again, if it is not too late by then. */
    private void misbehave(Fault.Misbehave fault) throws InterruptedException {
        var from = Instant.now();
        while (!sandbox.behave(fault.authority(), fault.behaviour())) {
            sleep(Duration.ofMillis(LOOK_AGAIN_MS));
            if (isPast(fault)) {
                break;
            }
        }
        sleepUntil(fault.end());
        var usual = new Behaviour(Behaviour.Mode.ACCEPT, 1, 0, fault.behaviour().callbacks());
        while (!sandbox.behave(fault.authority(), usual)) {
            sleep(Duration.ofMillis(LOOK_AGAIN_MS));
        }
        if (fault.behaviour().mode() == Behaviour.Mode.REJECT) {
            refusing.add(new Refusing(fault.authority(), from, Instant.now()));
        }
    }

    List<Fault> happened() {
        return List.copyOf(happened);
    }

    List<Refusing> refusing() {
        return List.copyOf(refusing);
    }

    private static void join(Future<?> track) throws InterruptedException, IOException {
        try {
            track.get();
        } catch (ExecutionException e) {
            throw new IOException("A fault could not be made or taken back", e.getCause());
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void sleepUntil(Duration at) throws InterruptedException {
        sleep(at.minus(elapsed()));
    }

    private static void sleep(Duration length) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.max(0, length.toMillis()));
    }

    /** When an authority had been told to refuse. */
    record Refusing(Authority authority, Instant from, Instant to) {
        boolean covers(Arrival arrival) {
            return arrival.authority() == authority
                    && !arrival.at().isBefore(from)
                    && !arrival.at().isAfter(to);
        }
    }
}
