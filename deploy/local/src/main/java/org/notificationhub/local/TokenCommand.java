package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.notificationhub.platform.KeyFiles;
import org.notificationhub.platform.TestTokens;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./hub token}. */
@Command(
        name = "token",
        description = "Print a token that the hub on this machine accepts.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @ParentCommand
    private HubCommand hub;

    @ArgGroup(multiplicity = "1")
    private Rights rights;

    @Option(names = "--hours", defaultValue = "8", description = "How long it is valid (${DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--data", description = "The state directory that ./hub up was given.")
    private Path state;

    @Override
    public Integer call() throws IOException {
        var key = KeyFiles.in(hub.home(state).keys()).read();
        var life = Duration.ofHours(hours);
        System.out.println(
                rights.all
                        ? TestTokens.token(key, "hub-cli", UpCommand.ALL_SCOPES, life, List.of("*"))
                        : TestTokens.token(key, "hub-cli", rights.some.scope, life, rights.some.providers));
        return HubCommand.DONE;
    }

    static final class Rights {
        @Option(names = "--all", required = true, description = "Every scope and every provider.")
        private boolean all;

        @ArgGroup(exclusive = false)
        private Some some;
    }

    static final class Some {
        @Option(names = "--scope", required = true, description = "Scopes, space-separated in one argument.")
        private String scope;

        @Option(names = "--provider", description = "A CQC provider id; may be repeated; * for every one.")
        private List<String> providers = List.of();
    }
}
