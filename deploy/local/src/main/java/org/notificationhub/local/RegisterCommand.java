package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub register}. */
@Command(
        name = "register",
        description = "Import CQC's register of providers: the directory (CSV) or objects of its API (JSON, NDJSON)."
                + " Importing it again changes nothing.",
        mixinStandardHelpOptions = true)
final class RegisterCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private HubAccess access;

    @Parameters(paramLabel = "FILE", description = "A file as CQC publishes it.")
    private Path file;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day of the register; today where absent.")
    private LocalDate asOf;

    @Option(names = "--json", description = "Print the summary as routing gave it.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            throw new ParameterException(command.commandLine(), "There is no file to read at " + file);
        }
        var register = new RegisterFile(file);
        var progress = new Progress(register.rows());
        var summary = new RegisterSender(access.url(Part.ROUTING), access.token("deliveries:manage"))
                .send(register, asOf, progress::reached);
        progress.done();
        print(summary);
        return summary.get("refused").intValue() == 0 ? HubCommand.DONE : HubCommand.DONE_WITH_REFUSALS;
    }

    private void print(JsonNode summary) {
        if (json) {
            System.out.println(summary);
            return;
        }
        System.out.printf(
                "%s: %s rows, %s providers; %s added, %s changed, %s unchanged, %s rows refused%n",
                summary.get("asOf").textValue(),
                summary.get("read"),
                summary.get("providers"),
                summary.get("added"),
                summary.get("changed"),
                summary.get("unchanged"),
                summary.get("refused"));
        summary.get("refusals")
                .forEach(refusal -> System.out.printf(
                        "row %s\t%s\t%s%n",
                        refusal.get("row"),
                        refusal.get("code").textValue(),
                        refusal.get("detail").textValue()));
        summary.get("mismatched")
                .forEach(id -> System.out.printf(
                        "%s\tCLASS_MISMATCH\tOwnership and sector contradict each other; it counts as independent%n",
                        id.textValue()));
    }
}
