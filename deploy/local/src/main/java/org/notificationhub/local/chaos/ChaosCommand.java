package org.notificationhub.local.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.notificationhub.local.HubCommand;
import org.notificationhub.local.HubHome;
import org.notificationhub.local.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./hub chaos}. */
@Command(
        name = "chaos",
        description =
                "Kill, pause and restart everything while notifications come in, and check that none is lost or doubled.",
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {

    @ParentCommand
    private HubCommand hub;

    @Option(names = "--minutes", defaultValue = "4", description = "How long (${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Determines what is sent, and what goes wrong when (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("hub-chaos");
        var home = new HubHome(hub.home(null).project(), directory);
        Terminal.say("A hub of its own, in " + directory);
        var report = new ChaosRun(home, Duration.ofMinutes(minutes), seed, step -> Terminal.say("  " + step)).run();
        if (report.agrees()) {
            HubHome.delete(directory);
        } else {
            report = report.kept(directory);
        }
        System.out.println(json ? new ObjectMapper().writeValueAsString(report) : report.text());
        return report.agrees() ? HubCommand.DONE : HubCommand.FAILED;
    }
}
