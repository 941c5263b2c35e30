package org.notificationhub.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.notificationhub.local.verify.Pack;
import org.notificationhub.local.verify.TrustedKeys;
import org.notificationhub.local.verify.Verdict;
import org.notificationhub.local.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./hub verify}. */
@Command(
        name = "verify",
        description = "Check an evidence pack without the hub that gave it out, and name the first altered entry.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private HubCommand hub;

    @Parameters(paramLabel = "PACK", description = "What GET /v1/evidence/{notificationId} answered.")
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "FILE|URL",
            description =
                    "Who is trusted: a public key (PEM) or a key set (JSON); the hub on this machine where absent.")
    private String key;

    @Option(names = "--json", description = "Print the verdict as JSON.")
    private boolean json;

    @Option(names = "--data", description = "The state directory that ./hub up was given.")
    private Path state;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var keys = key == null
                ? TrustedKeys.in(hub.home(state).keys().resolve("evidence-public.pem"))
                : TrustedKeys.of(key);
        var verdict = new Verification(keys).of(Pack.read(text()));
        System.out.print(json ? new ObjectMapper().writeValueAsString(verdict) + "\n" : words(verdict));
        return verdict.good() ? HubCommand.DONE : HubCommand.FAILED;
    }

    private String text() throws IOException {
        if (!Files.isReadable(file)) {
            throw new HubFailed("There is no file to read at " + file);
        }
        return Files.readString(file);
    }

    private static String words(Verdict verdict) {
        var words = new StringBuilder();
        verdict.checks()
                .forEach(check ->
                        words.append("%-6s  %-9s  %s%n".formatted(check.result().word(), check.of(), check.says())));
        return words.append('\n').append(verdict.conclusion()).append('\n').toString();
    }
}
