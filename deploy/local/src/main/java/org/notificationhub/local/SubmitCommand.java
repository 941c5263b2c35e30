package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.notificationhub.platform.KeyFiles;
import org.notificationhub.platform.TestTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./hub submit}. */
@Command(
        name = "submit",
        description = "Send notifications from a file, JSON or NDJSON. Sending it again changes nothing.",
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private HubCommand hub;

    @Parameters(paramLabel = "FILE", description = "A file, or - for standard input.")
    private String file;

    @Option(names = "--json", description = "Print each result as intake gave it.")
    private boolean json;

    @Option(names = "--url", defaultValue = "http://localhost:8081", description = "Intake (${DEFAULT-VALUE}).")
    private String intake;

    @Option(names = "--token", description = "A token; one for the hub on this machine where absent.")
    private String token;

    @Option(names = "--data", description = "The state directory that ./hub up was given.")
    private Path state;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var ndjson = ndjson(file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file)));
        var total = lines(ndjson);
        var progress = new Progress(total);
        var summary = new BatchSender(intake, token()).send(ndjson, result -> {
            print(result);
            progress.one(result.get("status").intValue() == 202);
        });
        progress.done();
        return summary.refused() == 0 ? HubCommand.DONE : HubCommand.DONE_WITH_REFUSALS;
    }

    private String token() throws IOException {
        return token != null
                ? token
                : TestTokens.token(
                        KeyFiles.in(hub.home(state).keys()).read(),
                        "hub-cli",
                        "notifications:write",
                        Duration.ofHours(1),
                        List.of("*"));
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

    /** One pretty-printed document, or an array of them, becomes a line each; NDJSON stays as it is. */
    private static byte[] ndjson(byte[] given) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var documents = JSON.readerFor(JsonNode.class).<JsonNode>readValues(given)) {
            while (documents.hasNext()) {
                var document = documents.next();
                for (var each : document.isArray() ? document : List.of(document)) {
                    out.write(JSON.writeValueAsBytes(each));
                    out.write('\n');
                }
            }
            return out.toByteArray();
        } catch (RuntimeException | IOException e) {
            return given;
        }
    }

    private static int lines(byte[] ndjson) {
        var lines = 0;
        for (var octet : ndjson) {
            lines += octet == '\n' ? 1 : 0;
        }
        return ndjson.length > 0 && ndjson[ndjson.length - 1] != '\n' ? lines + 1 : lines;
    }
}
