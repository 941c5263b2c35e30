package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.notificationhub.platform.Issuer;
import org.notificationhub.platform.KeyFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--ttl",
            defaultValue = "8h",
            converter = LengthOfTime.class,
            description = "How long it is valid, such as 8h or 30m (${DEFAULT-VALUE}).")
    private Duration life;

    @Option(names = "--data", description = "The state directory that ./hub up was given.")
    private Path state;

    @Override
    public Integer call() throws IOException {
        if (rights.lfpse) {
            System.out.println(OwnKey.LFPSE_DOOR.in(hub.home(state).keys()));
            return HubCommand.DONE;
        }
        var key = KeyFiles.in(hub.home(state).keys()).read();
        var scopes = rights.all ? UpCommand.ALL_SCOPES : rights.some.scope;
        var providers = rights.all ? List.of("*") : rights.some.providers;
        System.out.println(new Issuer(key).token("hub-cli", scopes, providers, life));
        return HubCommand.DONE;
    }

    static final class LengthOfTime implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse("PT" + text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is not a length of time; use such as 8h, 30m or 90s");
            }
        }
    }

    static final class Rights {
        @Option(names = "--all", required = true, description = "Every scope and every provider.")
        private boolean all;

        @Option(
                names = "--lfpse",
                required = true,
                description = "Instead of a token, the subscription key for a system that speaks LfPSE.")
        private boolean lfpse;

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
