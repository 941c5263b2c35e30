package org.notificationhub.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.notificationhub.platform.BrokerMain;
import org.notificationhub.platform.Databases;
import org.notificationhub.platform.EmbeddedDatabase;
import org.notificationhub.platform.KeyFiles;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.platform.Topics;

/** The whole hub on this machine: database, broker, stand-ins for the regulators and the four services. */
public final class LocalHub implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long STOP_SECONDS = 25;
    static final List<Part> APPLICATIONS =
            List.of(Part.SANDBOX, Part.INTAKE, Part.ROUTING, Part.ANALYTICS, Part.MATERNITY);

    private final HubHome home;
    private final PortPlan ports;
    private final boolean caches;
    private final Consumer<String> progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<Part, HubProcess> processes = new EnumMap<>(Part.class);
    private final KeyFiles keys;
    private EmbeddedDatabase database;

    private LocalHub(HubHome home, PortPlan ports, boolean caches, Consumer<String> progress) throws IOException {
        this.home = home;
        this.ports = ports;
        this.caches = caches;
        this.progress = progress;
        this.keys = KeyFiles.in(home.keys());
    }

    /** Ready for requests when this returns; if it cannot be, nothing it started is left. */
    static LocalHub start(
            HubHome home, PortPlan ports, List<Part> applications, boolean caches, Consumer<String> progress)
            throws IOException {
        var hub = new LocalHub(home, ports, caches, progress);
        try {
            hub.startAll(applications);
            return hub;
        } catch (IOException | RuntimeException | SQLException e) {
            hub.close();
            throw e instanceof StartFailed known ? known : new StartFailed("The hub could not start: " + e, e);
        }
    }

    private void startAll(List<Part> applications) throws IOException, SQLException {
        start(Part.BROKER);
        progress.accept("PostgreSQL and Kafka");
        database = EmbeddedDatabase.kept(home.database(), ports.of(Part.POSTGRES));
        var databases = new Databases(database.port());
        for (var name : List.of("intake", "routing", "irmer")) {
            databases.create(name, name);
        }
        Topics.create("localhost:" + ports.of(Part.BROKER));
        progress.accept("the services");
        for (var application : applications) {
            start(application);
        }
        RunningHub.remember(home, ports, processes.values());
        for (var application : applications) {
            awaitReady(application);
            progress.accept(application.title() + " is ready");
        }
    }

    /** Starts one part again, as it was started first. Ready only after {@link #awaitReady}. */
    void start(Part part) throws IOException {
        var log = home.logs().resolve(part.title() + ".log");
        var process = part == Part.BROKER
                ? HubProcess.start(part.title(), home.state(), log, brokerCommand(), Map.of())
                : HubProcess.start(
                        part.title(),
                        application(part),
                        log,
                        serviceCommand(part),
                        settings().of(part));
        processes.put(part, process);
    }

    void kill(Part part) {
        processes.get(part).kill();
    }

    void awaitReady(Part part) {
        var health = URI.create("http://localhost:" + ports.management(part) + "/q/health/ready");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(health)) {
            var process = processes.get(part);
            if (!process.isAlive()) {
                throw new StartFailed("%s stopped while starting. Its last lines, from %s:%n%s"
                        .formatted(part.title(), process.log(), process.lastWords()));
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailed("%s is not ready after %d s. Look in %s and at %s"
                        .formatted(part.title(), PATIENCE.toSeconds(), process.log(), health));
            }
            pause();
        }
    }

    String url(Part part) {
        return ports.url(part);
    }

    String databaseUrl(String name) {
        return new Databases(ports.of(Part.POSTGRES)).url(name);
    }

    Collection<HubProcess> processes() {
        return processes.values();
    }

    /** A token that this hub accepts. */
    String token(String scopes, Duration life, List<String> providerIds) throws IOException {
        return TestTokens.token(keys.read(), "hub-cli", scopes, life, providerIds);
    }

    @Override
    public void close() {
        var services = new ArrayList<>(processes.values());
        var broker = processes.get(Part.BROKER);
        services.remove(broker);
        services.forEach(HubProcess::askToStop);
        services.forEach(service -> service.awaitStop(STOP_SECONDS));
        if (broker != null) {
            broker.askToStop();
            broker.awaitStop(STOP_SECONDS);
        }
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                progress.accept("PostgreSQL did not stop cleanly: " + e.getMessage());
            }
        }
        RunningHub.forget(home);
    }

    private ServiceSettings settings() {
        return new ServiceSettings(ports, new Databases(ports.of(Part.POSTGRES)).url(""), keys);
    }

    private Path application(Part part) {
        var directory = part.application(home.project());
        if (Files.notExists(directory.resolve("quarkus-run.jar"))) {
            throw new StartFailed("%s has not been built: %s is missing. Run ./hub up again, or ./mvnw package"
                    .formatted(part.title(), directory));
        }
        return directory;
    }

    private List<String> serviceCommand(Part part) throws IOException {
        var jar = application(part).resolve("quarkus-run.jar");
        var command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-Xmx256m", "-Xss512k"));
        if (caches) {
            command.addAll(new StartUpCache(home.caches()).options(part.title(), jar));
        }
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return command;
    }

    private List<String> brokerCommand() {
        return List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                home.broker().toString(),
                Integer.toString(ports.of(Part.BROKER)),
                Integer.toString(ports.brokerController()));
    }

    private boolean answers(URI health) {
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted", e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
