package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub submit}. */
@Command(
        name = "submit",
        description = "Send notifications from a file, JSON or NDJSON. Sending it again changes nothing.",
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private HubAccess access;

    @Parameters(paramLabel = "FILE", description = "A file, or - for standard input.")
    private String file;

    @Option(names = "--json", description = "Print each result as intake gave it.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var notifications =
                file.equals("-") ? NotificationFile.of(System.in) : NotificationFile.of(existing(Path.of(file)));
        var progress = new Progress(notifications.lines());
        try (var lines = notifications.open()) {
            var summary = new BatchSender(access.url(Part.INTAKE), access.token("notifications:write"))
                    .send(lines, result -> {
                        print(result);
                        progress.one(BatchSender.isAccepted(result));
                    });
            progress.done();
            return summary.refused() == 0 ? HubCommand.DONE : HubCommand.DONE_WITH_REFUSALS;
        }
    }

    private Path existing(Path path) {
        if (!Files.isReadable(path)) {
            throw new ParameterException(command.commandLine(), "There is no file to read at " + path);
        }
        return path;
    }

    private void print(JsonNode result) {
        if (json) {
            System.out.println(result);
            return;
        }
        var accepted = result.hasNonNull("id");
        System.out.printf(
                "%d\t%d\t%s%n",
                result.get("line").intValue(),
                result.get("status").intValue(),
                accepted ? result.get("id").textValue() : faults(result.get("problem")));
    }

    private static String faults(JsonNode problem) {
        var faults = new StringBuilder(problem.path("detail").asText());
        problem.path("errors")
                .forEach(error -> faults.append("; ")
                        .append(error.path("pointer").asText())
                        .append(": ")
                        .append(error.path("detail").asText()));
        return faults.toString();
    }
}
