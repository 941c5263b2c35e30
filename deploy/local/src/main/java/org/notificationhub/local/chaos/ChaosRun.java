package org.notificationhub.local.chaos;

import static java.util.Map.entry;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.notificationhub.local.HubHome;
import org.notificationhub.local.LocalHub;
import org.notificationhub.local.Part;
import org.notificationhub.local.PortPlan;
import org.notificationhub.local.chaos.Disagreement.Finding;
import org.notificationhub.local.chaos.HubDatabases.Backlog;

/** A hub of its own, senders that never give up, faults that never stop; and at the end an account of all of it. */
public final class ChaosRun {

    private static final int PORT_OFFSET = 4000;
    private static final List<Part> SERVICES = List.of(Part.SANDBOX, Part.INTAKE, Part.ROUTING, Part.ANALYTICS);

    /** As long as figures change it is on its way. Longer than a hold, a lease and the longest pause between attempts. */
    private static final Duration STANDSTILL = Duration.ofSeconds(120);

    /** What takes minutes and hours in production is over in seconds; nothing is given up for want of attempts. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            entry("HUB_DELIVERY_FIRST_RETRY", "200ms"),
            entry("HUB_DELIVERY_LONGEST_RETRY", "3s"),
            entry("HUB_DELIVERY_ATTEMPTS", "1000"),
            entry("HUB_DELIVERY_LEASE", "15s"),
            entry("HUB_DELIVERY_WORKERS", "8"),
            entry("HUB_DELIVERY_BREAKER_OPENS", "1s"),
            entry("HUB_DELIVERY_BREAKER_LONGEST", "3s"),
            entry("HUB_CQC_TIMEOUT", "3s"),
            entry("HUB_LFPSE_TIMEOUT", "3s"),
            entry("HUB_LFPSE_HOLD", "20s"),
            entry("HUB_LFPSE_CALLBACK_SWEEP", "1s"),
            entry("HUB_DUTIES_WATCH", "1s"),
            entry("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"));

    private final HubHome home;
    private final Duration length;
    private final long seed;
    private final Consumer<String> tell;

    /** @param home of its own: it is neither looked at nor tidied up before */
    public ChaosRun(HubHome home, Duration length, long seed, Consumer<String> tell) {
        this.home = home;
        this.length = length;
        this.seed = seed;
        this.tell = tell;
    }

    public ChaosReport run() throws IOException, InterruptedException, SQLException {
        try (var hub = new LocalHub(home, PortPlan.free(PORT_OFFSET), false, SETTINGS, tell)) {
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close));
            hub.start(SERVICES);
            return run(hub);
        }
    }

    private ChaosReport run(LocalHub hub) throws IOException, InterruptedException, SQLException {
        var sandbox = new Sandbox(hub.url(Part.SANDBOX));
        var senders = new Senders(seed, new Intake(hub.url(Part.INTAKE), token(hub)));
        var databases = new HubDatabases(hub);
        try (var supervisor = new Supervisor(hub, SERVICES, tell)) {
            var faults = new FaultRun(hub, sandbox, supervisor, tell);
            supervisor.start();
            senders.start();
            faults.run(FaultSchedule.of(seed, length), length, () -> tellHowFar(faults.elapsed(), senders));
            supervisor.awaitReady();
            tell.accept("All faults are lifted; waiting until everybody has been told");
            senders.stop();
            var left = drained(databases);

            var accounting = Accounting.of(senders.told(), databases.read(), sandbox.received(), faults.refusing());
            return report(accounting, counted(faults, supervisor), senders.intake(), left);
        }
    }

    private void tellHowFar(Duration elapsed, Senders senders) {
        var versions = senders.told().stream().mapToInt(Told::versions).sum();
        tell.accept("%d of %d s: %d versions accepted, %.1f a second, %d requests without an answer"
                .formatted(
                        elapsed.toSeconds(),
                        length.toSeconds(),
                        versions,
                        versions * 1000.0 / Math.max(1, elapsed.toMillis()),
                        senders.intake().unanswered()));
    }

    private String token(LocalHub hub) throws IOException {
        return hub.token("notifications:write", length.plusHours(2), List.of("*"));
    }

    /** What is left when nothing moves any more: usually nothing. */
    private Backlog drained(HubDatabases databases) throws InterruptedException, SQLException {
        var last = databases.backlog();
        var since = System.nanoTime();
        while (!last.isEmpty() && System.nanoTime() - since < STANDSTILL.toNanos()) {
            TimeUnit.SECONDS.sleep(1);
            var now = databases.backlog();
            if (!now.equals(last)) {
                since = System.nanoTime();
                last = now;
            }
        }
        return last;
    }

    private ChaosReport report(Accounting accounting, Map<String, Long> faults, Intake intake, Backlog left) {
        var disagreements = new ArrayList<>(accounting.disagreements());
        intake.surprises().forEach(words -> disagreements.add(new Disagreement(Finding.SURPRISE, "-", null, words)));
        if (!left.isEmpty()) {
            disagreements.add(new Disagreement(
                    Finding.NOT_DRAINED,
                    "-",
                    null,
                    "nothing has moved for %d s, and there is left: %s".formatted(STANDSTILL.toSeconds(), left)));
        }
        accounting.counts().put("senders: requests", (long) intake.requests());
        accounting.counts().put("senders: requests without an answer", (long) intake.unanswered());
        return new ChaosReport(seed, length.toSeconds(), faults, accounting.counts(), List.copyOf(disagreements), null);
    }

    private static Map<String, Long> counted(FaultRun faults, Supervisor supervisor) {
        return Stream.concat(
                        faults.happened().stream().map(ChaosRun::kind),
                        supervisor.endedByThemselves().stream().map(part -> part.title() + " ended by itself"))
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
    }

    private static String kind(Fault fault) {
        return fault instanceof Fault.Misbehave misbehave
                ? misbehave.authority() + " " + misbehave.behaviour().mode()
                : fault.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " "
                        + ((Fault.OfPart) fault).part().title();
    }
}
