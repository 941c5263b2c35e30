package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./hub down}. */
@Command(name = "down", description = "Stop what ./hub up started, and nothing else.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @ParentCommand
    private HubCommand hub;

    @Option(names = "--data", description = "The state directory that ./hub up was given.")
    private Path state;

    @Override
    public Integer call() throws IOException {
        var home = hub.home(state);
        var running = RunningHub.find(home);
        if (running.isEmpty()) {
            Terminal.say("Nothing is running from " + home.state());
            return HubCommand.DONE;
        }
        Terminal.say("Stopping");
        running.get().stop(home);
        Terminal.say("Stopped. What was stored is still there.");
        return HubCommand.DONE;
    }
}
