package org.notificationhub.local;

import java.nio.file.Path;
import org.notificationhub.local.chaos.ChaosCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The hub's command line. */
@Command(
        name = "hub",
        description = "The Statutory Notification Hub on one machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            TokenCommand.class,
            SubmitCommand.class,
            DecideCommand.class,
            RegisterCommand.class,
            ParkedCommand.class,
            ReplayCommand.class,
            TraceCommand.class,
            VerifyCommand.class,
            ReproduceCommand.class,
            BenchCommand.class,
            ChaosCommand.class
        })
public final class HubCommand {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    static final int DONE_WITH_REFUSALS = 3;

    @Option(names = "--project", hidden = true, defaultValue = "${hub.project}")
    private Path project;

    public static void main(String[] arguments) {
        var commandLine = new CommandLine(new HubCommand());
        commandLine.setExecutionExceptionHandler(HubCommand::explain);
        System.exit(commandLine.execute(arguments));
    }

    public HubHome home(Path state) {
        var root = project.toAbsolutePath().normalize();
        return new HubHome(
                root,
                state == null ? root.resolve(".hub") : state.toAbsolutePath().normalize());
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof HubFailed) {
            Terminal.error(e.getMessage());
        } else {
            e.printStackTrace();
        }
        return FAILED;
    }
}
