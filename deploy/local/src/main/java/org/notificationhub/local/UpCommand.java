package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./hub up}. */
@Command(
        name = "up",
        description = "Start everything, send the demonstration notifications, and say where things are.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Duration DEMO_ARRIVES = Duration.ofSeconds(30);

    static final String ALL_SCOPES = "notifications:write notifications:read deliveries:manage analytics:read"
            + " analytics:write catalogue:write";

    @ParentCommand
    private HubCommand hub;

    @Option(names = "--fresh", description = "Start empty: data kept from before is deleted.")
    private boolean fresh;

    @Option(names = "--no-demo", description = "Send no demonstration notifications.")
    private boolean noDemo;

    @Option(names = "--port-offset", defaultValue = "0", description = "Add this to every port.")
    private int portOffset;

    @Option(names = "--data", description = "Where data, logs and keys are kept (.hub in the project).")
    private Path state;

    @Option(names = "--no-cache", description = "Neither use nor write start-up caches.")
    private boolean noCache;

    @Override
    public Integer call() throws Exception {
        var started = System.nanoTime();
        var home = hub.home(state);
        var ports = new PortPlan(portOffset);
        refuseASecond(home);
        refuseTakenPorts(ports);
        if (fresh) {
            HubHome.delete(home.state().resolve("data"));
            HubHome.delete(home.logs());
        }
        putAway(home.logs());
        var local = new LocalHub(home, ports, !noCache, step -> Terminal.say("  " + step));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(local)));
        local.start(LocalHub.APPLICATIONS);
        Terminal.say("Ready after %.1f s.".formatted((System.nanoTime() - started) / 1e9));
        var token = local.token(ALL_SCOPES, Duration.ofHours(8), List.of("*"));
        if (!noDemo && Files.notExists(home.demoSent())) {
            sendDemo(local, token);
            Files.createFile(home.demoSent());
        }
        tellWhereThingsAre(home, local, token);
        new LogFollower(local.processes()).follow();
        return HubCommand.DONE;
    }

    private static void refuseASecond(HubHome home) throws IOException {
        var running = RunningHub.find(home);
        if (running.isPresent() && running.get().hasLauncher()) {
            throw new HubFailed("The hub is already running from %s. Stop it with ./hub down, or start another with"
                            .formatted(home.state())
                    + " --data DIR --port-offset N");
        }
        if (running.isPresent()) {
            Terminal.say("  a launcher was killed before; stopping what it left");
            running.get().stop(home);
        }
    }

    private static void refuseTakenPorts(PortPlan ports) {
        var taken = ports.taken();
        if (!taken.isEmpty()) {
            var list = new StringBuilder();
            taken.forEach((port, user) -> list.append("  %d, wanted for %s%s%n".formatted(port, user, holder(port))));
            throw new HubFailed(
                    "These ports are already used:%n%sMove every port with --port-offset, for example: ./hub up --port-offset %d"
                            .formatted(list, ports.offset() + 100));
        }
    }

    private static String holder(int port) {
        return PortHolder.of(port)
                .map(process -> ", is held by process %d, %s"
                        .formatted(process.pid(), process.info().command().orElse("of another user")))
                .orElse("");
    }

    private static void sendDemo(LocalHub local, String token) throws IOException, InterruptedException {
        Terminal.say("Sending the demonstration notifications");
        try (var demo = UpCommand.class.getResourceAsStream("/demo/notifications.ndjson")) {
            var summary = new BatchSender(local.url(Part.INTAKE), token).send(demo, result -> {});
            Terminal.say("  %d sent, %d refused".formatted(summary.lines(), summary.refused()));
        }
        Terminal.say(
                new Unsettled(local.url(Part.INTAKE), token).endsWithin(DEMO_ARRIVES)
                        ? "  each has reached every authority that had to be told"
                        : "  some are still on their way");
    }

    private void tellWhereThingsAre(HubHome home, LocalHub local, String token) {
        System.out.printf(
                """

                intake      %s/v1/notifications   API: %1$s/q/swagger-ui
                for LfPSE's clients   %1$s/adverse-event/fhir   key: ./hub token --lfpse
                routing     %s/rules              API: %2$s/q/swagger-ui
                analytics   %s/                   API: %3$s/q/swagger-ui
                maternity   %s/                   API: %4$s/q/swagger-ui
                sandbox     %s/sandbox/received
                health      port + 1000, /q/health, /q/metrics

                data, logs, keys   %s   (logs in logs/, one file a process)
                demonstration data: nothing leaves this machine

                demonstration token, every scope and provider, 8 hours:
                %s

                Try next, in another terminal:
                  curl -s %1$s/v1/notifications -H "Authorization: Bearer $(./hub token --all%s)" -H 'Content-Type: application/json' -H 'Prefer: wait=5' \\
                    -d '{"type":"SERIOUS_INJURY","reference":"MY-1","provider":{"id":"RJ1"},"occurredAt":"2026-11-20T09:15:00Z","awareAt":"2026-11-20T10:00:00Z","summary":"Fall from bed; hip fracture.","details":{"injury":"FRACTURE"}}'

                Ctrl-C stops everything; what was stored stays.
                """,
                local.url(Part.INTAKE),
                local.url(Part.ROUTING),
                local.url(Part.ANALYTICS),
                local.url(Part.MATERNITY),
                local.url(Part.SANDBOX),
                home.state(),
                token,
                state == null ? "" : " --data " + state);
        System.out.flush();
    }

    private static void stop(LocalHub local) {
        if (local.isClosed()) {
            return;
        }
        Terminal.say(
                local.isLearning()
                        ? "Stopping (longer than usual: what this start taught is kept, so that the next is faster)"
                        : "Stopping");
        local.close();
        Terminal.say("Stopped. What was stored is still there.");
    }

    /** Each run starts new logs; those of the run before stay beside them. */
    private static void putAway(Path logs) throws IOException {
        var previous = Files.createDirectories(logs.resolve("previous"));
        for (var part : Part.values()) {
            var log = logs.resolve(part.title() + ".log");
            if (Files.exists(log)) {
                Files.move(log, previous.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
