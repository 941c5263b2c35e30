package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub decide}. */
@Command(
        name = "decide",
        description = "Say who would have to be told of an event, and why. Leaves no trace.",
        mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    private static final int ANSWERED = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private HubAddress address;

    @Parameters(paramLabel = "TYPE", description = "The type of the event, such as SERIOUS_INJURY.")
    private String type;

    @Parameters(
            paramLabel = "PROVIDER",
            description =
                    "A provider id such as RJ1, a class such as NHS_BODY, or - for an IR(ME)R employer that CQC gave none.")
    private String provider;

    @Option(names = "--on", paramLabel = "DATE", description = "The day whose law applies; today where absent.")
    private LocalDate on;

    @Option(names = "--aware", paramLabel = "INSTANT", description = "When the provider knew: 2026-11-20T10:00:00Z.")
    private OffsetDateTime aware;

    @Option(names = "--fact", paramLabel = "NAME=VALUE", description = "What the rule may ask for; may be repeated.")
    private Map<String, String> facts = Map.of();

    @Option(names = "--json", description = "Print the answer as routing gave it.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var answer = ask(address.url(Part.ROUTING), new DecisionQuestion(type, provider, on, aware, facts).body());
        var answered = answer.statusCode() == ANSWERED;
        if (json) {
            System.out.println(answer.body());
            return answered ? HubCommand.DONE : HubCommand.FAILED;
        }
        if (!answered) {
            throw new HubFailed(ProblemText.of(answer));
        }
        System.out.print(new DecisionText(Terminal.width()).of(type, JSON.readTree(answer.body())));
        return HubCommand.DONE;
    }

    private static HttpResponse<String> ask(String routing, JsonNode question)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(routing + "/v1/decisions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question.toString()))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new HubFailed(
                    "Nothing was decided: no answer from %s, the hub seems not to be running. Start it with ./hub up, or name another with --url"
                            .formatted(routing),
                    e);
        }
    }
}
