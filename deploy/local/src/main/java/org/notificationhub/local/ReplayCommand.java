package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub replay}. */
@Command(
        name = "replay",
        description = "Have deliveries that have stopped tried again. Says first what it would do, and asks.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec command;

    @Mixin
    private HubAccess access;

    @Mixin
    private WantedDeliveries wanted;

    @Parameters(paramLabel = "ID", description = "Deliveries by their ids, as ./hub parked prints them.")
    private List<UUID> ids = List.of();

    @Option(names = "--reason", description = "What was mended: for whoever asks later. No names.")
    private String reason;

    @Option(
            names = "--rules",
            paramLabel = "ORIGINAL|CURRENT",
            defaultValue = "ORIGINAL",
            description = "By the decision as it was made, or decided anew (${DEFAULT-VALUE}).")
    private Rules rules;

    @Option(
            names = "--accept-telling-twice",
            description = "Also those that went unanswered and that LfPSE may have already.")
    private boolean acceptTellingTwice;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--preview", description = "Only say what it would do.")
    private boolean previewOnly;

    @Option(names = "--json", description = "Print the replay, or the preview, as routing gave it.")
    private boolean json;

    @Option(names = "--cancel", paramLabel = "REPLAY_ID", description = "Stop a replay; what is done stays done.")
    private UUID cancelled;

    enum Rules {
        ORIGINAL,
        CURRENT
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var routing = access.routing();
        if (cancelled != null) {
            print(routing.delete("/v1/replays/" + cancelled));
            return HubCommand.DONE;
        }
        var order = order();
        var preview = routing.post("/v1/replays", order.deepCopy().put("preview", true), key());
        if (!json || !previewOnly) {
            ReplayText.preview(preview).forEach(Terminal::say);
        }
        if (previewOnly) {
            System.out.print(json ? preview + "\n" : "");
            return HubCommand.DONE;
        }
        if (preview.path("wouldBeReplayed").intValue() == 0 || !isWanted()) {
            Terminal.say("Nothing was done.");
            return preview.path("skipped").isEmpty() ? HubCommand.DONE : HubCommand.DONE_WITH_REFUSALS;
        }
        return follow(routing, routing.post("/v1/replays", order.put("preview", false), key()));
    }

    private Integer follow(HubApi routing, JsonNode begun) throws IOException, InterruptedException {
        var ended = new ReplayFollower(routing, begun).awaitEnd();
        print(ended);
        if (!ended.path("state").asText().equals("DONE")) {
            return HubCommand.FAILED;
        }
        return ended.path("skipped").isEmpty() ? HubCommand.DONE : HubCommand.DONE_WITH_REFUSALS;
    }

    private ObjectNode order() {
        if (reason == null) {
            throw new ParameterException(command.commandLine(), "Say why with --reason");
        }
        if (ids.isEmpty() && !wanted.isSaid()) {
            throw new ParameterException(
                    command.commandLine(), "Say which: ids, or one of --state, --destination, --type, --provider");
        }
        var order = JSON.createObjectNode();
        var filter = order.putObject("filter");
        wanted.given(ids.isEmpty() ? "PARKED" : null).forEach(filter::put);
        if (!ids.isEmpty()) {
            var given = filter.putArray("ids");
            ids.forEach(id -> given.add(id.toString()));
        }
        return order.put("reason", reason).put("rules", rules.name()).put("acceptTellingTwice", acceptTellingTwice);
    }

    private boolean isWanted() {
        if (yes) {
            return true;
        }
        if (!Terminal.isInteractive()) {
            throw new ParameterException(command.commandLine(), "There is no terminal to ask at: say --yes");
        }
        var answer = System.console().readLine("Try them again? [y/N] ");
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    private void print(JsonNode replay) {
        System.out.println(json ? replay : ReplayText.of(replay));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
