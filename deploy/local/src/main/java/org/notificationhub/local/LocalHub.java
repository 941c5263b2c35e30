package org.notificationhub.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.notificationhub.platform.Databases;
import org.notificationhub.platform.Issuer;
import org.notificationhub.platform.KeyFiles;
import org.notificationhub.platform.Topics;

/** The whole hub on this machine: database, broker, stand-ins for the regulators and the four services. */
public final class LocalHub implements AutoCloseable {

    static final List<Part> APPLICATIONS =
            List.of(Part.SANDBOX, Part.INTAKE, Part.ROUTING, Part.ANALYTICS, Part.MATERNITY);

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(25);
    private static final Duration STOP_AND_WRITE_A_CACHE = Duration.ofSeconds(120);

    private final HubHome home;
    private final PortPlan ports;
    private final boolean caches;
    private final Consumer<String> progress;
    private final Map<String, String> settings;
    private final Readiness readiness = new Readiness();
    private final Map<Part, HubProcess> processes = new EnumMap<>(Part.class);
    private final Map<Part, StartUpCache> newCaches = new EnumMap<>(Part.class);
    private final KeyFiles keys;
    private final KeyFiles evidenceKeys;
    private final LocalDatabase database;
    private volatile boolean isClosed;

    LocalHub(HubHome home, PortPlan ports, boolean caches, Consumer<String> progress) throws IOException {
        this(home, ports, caches, Map.of(), progress);
    }

    /** @param settings for every service, beside those that each needs anyway */
    public LocalHub(
            HubHome home, PortPlan ports, boolean caches, Map<String, String> settings, Consumer<String> progress)
            throws IOException {
        this.home = home;
        this.ports = ports;
        this.caches = caches;
        this.settings = settings;
        this.progress = progress;
        this.keys = KeyFiles.in(home.keys());
        this.evidenceKeys = KeyFiles.ofEvidence(home.keys());
        this.database = new LocalDatabase(home.database(), ports.of(Part.POSTGRES));
    }

    static LocalHub start(
            HubHome home, PortPlan ports, List<Part> applications, boolean caches, Consumer<String> progress)
            throws IOException {
        var hub = new LocalHub(home, ports, caches, progress);
        hub.start(applications);
        return hub;
    }

    /** Ready for requests when this returns; if it cannot be, nothing it started is left. */
    public void start(List<Part> applications) throws IOException {
        try {
            applications.forEach(this::application);
            start(Part.BROKER);
            start(Part.POSTGRES);
            createTopics();
            progress.accept("PostgreSQL and Kafka are ready");
            for (var application : applications) {
                start(application);
            }
            for (var application : applications) {
                awaitReady(application);
                progress.accept(application.title() + " is ready");
            }
            processes.values().forEach(process -> process.onUnexpectedEnd(() -> tellOfEnd(process)));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void createTopics() {
        try {
            Topics.create("localhost:" + ports.of(Part.BROKER));
        } catch (IllegalStateException e) {
            var broker = processes.get(Part.BROKER);
            throw new HubFailed(
                    "Kafka did not start (%s). Its last lines, from %s:%n%s"
                            .formatted(e.getMessage(), broker.log(), broker.lastWords()),
                    e);
        }
    }

    private void tellOfEnd(HubProcess process) {
        progress.accept("%s stopped by itself. Its last lines, from %s:%n%s%nThe rest goes on; ./hub down stops it"
                .formatted(process.name(), process.log(), process.lastWords()));
    }

    /** Starts one part again, as it was started first. A service is ready only after {@link #awaitReady}. */
    public synchronized void start(Part part) throws IOException {
        refuseIfClosed();
        if (part == Part.POSTGRES) {
            database.start();
            return;
        }
        var log = home.logs().resolve(part.title() + ".log");
        var process = part == Part.BROKER
                ? HubProcess.start(
                        part.title(),
                        home.state(),
                        log,
                        JavaCommand.broker(home.broker(), ports.of(Part.BROKER), ports.brokerController()),
                        Map.of())
                : HubProcess.start(part.title(), application(part), log, serviceCommand(part), settings(part));
        processes.put(part, process);
        RunningHub.remember(home, ports, processes.values());
    }

    private void refuseIfClosed() {
        if (isClosed) {
            throw stoppedWhileStarting();
        }
    }

    private static HubFailed stoppedWhileStarting() {
        return new HubFailed("The hub was stopped while it was starting");
    }

    /** One part, for whoever wants to kill, pause or stop it. */
    public synchronized RunningPart running(Part part) {
        return part == Part.POSTGRES ? database : processes.get(part);
    }

    public void awaitReady(Part part) {
        var health = URI.create("http://localhost:" + ports.management(part) + "/q/health/ready");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!readiness.isGood(health)) {
            if (isClosed) {
                throw stoppedWhileStarting();
            }
            var process = processes.get(part);
            if (!process.isAlive()) {
                throw new HubFailed("%s stopped while starting. Its last lines, from %s:%n%s"
                        .formatted(part.title(), process.log(), process.lastWords()));
            }
            if (System.nanoTime() > deadline) {
                throw new HubFailed("%s is not ready after %d s. Look in %s and at %s"
                        .formatted(part.title(), PATIENCE.toSeconds(), process.log(), health));
            }
        }
    }

    public String url(Part part) {
        return ports.url(part);
    }

    public String databaseUrl(String name) {
        return new Databases(ports.of(Part.POSTGRES)).url(name);
    }

    synchronized Collection<HubProcess> processes() {
        return List.copyOf(processes.values());
    }

    /** A token that this hub accepts. */
    public String token(String scopes, Duration life, List<String> providerIds) throws IOException {
        return new Issuer(keys.read()).token("hub-cli", scopes, providerIds, life);
    }

    /** Services first: while they finish their work they still need the broker and the database. */
    @Override
    public synchronized void close() {
        isClosed = true;
        var services = new EnumMap<>(processes);
        services.remove(Part.BROKER);
        services.values().forEach(HubProcess::askToStop);
        services.forEach(this::awaitStop);
        var broker = processes.get(Part.BROKER);
        if (broker != null) {
            broker.askToStop();
            broker.awaitStop(STOP);
        }
        stopDatabase();
        RunningHub.forget(home);
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Whether stopping takes longer, because what this start taught the JVMs is written down for the next. */
    boolean isLearning() {
        return !newCaches.isEmpty();
    }

    private void awaitStop(Part part, HubProcess service) {
        var cache = newCaches.remove(part);
        var stopped = service.awaitStop(cache == null ? STOP : STOP_AND_WRITE_A_CACHE);
        if (cache != null && stopped) {
            try {
                cache.keep();
            } catch (IOException e) {
                progress.accept("the start-up cache of " + part.title() + " was not kept: " + e.getMessage());
            }
        }
    }

    private void stopDatabase() {
        try {
            database.stop();
        } catch (IOException e) {
            progress.accept("PostgreSQL did not stop cleanly: " + e.getMessage());
        }
    }

    private Map<String, String> settings(Part part) {
        var all = new HashMap<>(new ServiceSettings(
                        ports, new Databases(ports.of(Part.POSTGRES)).url(""), home.sandbox(), keys, evidenceKeys)
                .of(part));
        all.putAll(settings);
        return all;
    }

    private Path application(Part part) {
        var directory = part.application(home.project());
        if (Files.notExists(directory.resolve("quarkus-run.jar"))) {
            throw new HubFailed("%s has not been built: %s is missing. Run ./hub up again, or ./mvnw package"
                    .formatted(part.title(), directory));
        }
        return directory;
    }

    private List<String> serviceCommand(Part part) throws IOException {
        var learnt = List.<String>of();
        if (caches) {
            var cache = StartUpCache.of(
                    home.caches(), part.title(), application(part).resolve("quarkus-run.jar"));
            learnt = cache.options();
            if (cache.isMissing()) {
                newCaches.put(part, cache);
            }
        }
        return JavaCommand.service(learnt);
    }
}
