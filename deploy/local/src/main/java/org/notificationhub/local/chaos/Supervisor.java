package org.notificationhub.local.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.notificationhub.local.HubFailed;
import org.notificationhub.local.LocalHub;
import org.notificationhub.local.Part;

/** Starts again, as Kubernetes does, what ends without being meant to: such as a service that finds no database. */
final class Supervisor implements AutoCloseable {

    private static final long LOOK_AGAIN_MS = 300;
    private static final int TRIES = 10;

    private final LocalHub hub;
    private final List<Part> services;
    private final Consumer<String> tell;
    private final Set<Part> meantToBeDown = Collections.synchronizedSet(EnumSet.noneOf(Part.class));
    private final List<Part> endedByThemselves = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::watch, "supervisor");

    Supervisor(LocalHub hub, List<Part> services, Consumer<String> tell) {
        this.hub = hub;
        this.services = services;
        this.tell = tell;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void lookAway(Part part) {
        meantToBeDown.add(part);
    }

    void lookAt(Part part) {
        meantToBeDown.remove(part);
    }

    /** However often a part ended while another was missing. */
    void awaitReady() throws InterruptedException {
        for (var part : services) {
            awaitReady(part);
        }
    }

    private void awaitReady(Part part) throws InterruptedException {
        for (var tries = 1; ; tries++) {
            try {
                hub.awaitReady(part);
                return;
            } catch (HubFailed e) {
                if (tries == TRIES) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
            }
        }
    }

    List<Part> endedByThemselves() {
        return List.copyOf(endedByThemselves);
    }

    private void watch() {
        try {
            while (!Thread.interrupted()) {
                for (var part : services) {
                    raise(part);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | HubFailed e) {
            tell.accept("Nothing is started again any more: " + e);
        }
    }

    /** Looks twice: a part may just have been meant to end. */
    private void raise(Part part) throws IOException {
        if (!meantToBeDown.contains(part) && !hub.running(part).isAlive() && !meantToBeDown.contains(part)) {
            tell.accept(part.title() + " ended by itself and is started again");
            endedByThemselves.add(part);
            hub.start(part);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
