package org.notificationhub.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub trace}. */
@Command(
        name = "trace",
        description = "Tell all about one notification, in order: what was said, decided, sent and answered.",
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @Mixin
    private HubAccess access;

    @Parameters(paramLabel = "ID|REFERENCE", description = "The hub's id of it, or the sender's reference.")
    private String wanted;

    @Option(names = "--routing", description = "Routing, where --url names an intake that is not on this machine.")
    private String routingUrl;

    @Option(names = "--json", description = "Print what the services gave, as one document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var token = access.token("notifications:read deliveries:manage");
        var intake = new HubApi(access.url(Part.INTAKE), token);
        var routing = new HubApi(routingUrl != null ? routingUrl : RunningHub.url(access.home(), Part.ROUTING), token);
        var notification = notification(intake);
        var id = notification.path("id").asText();
        var decisions = routing.find("/v1/notifications/" + id + "/decisions")
                .map(page -> page.path("items"))
                .orElseGet(JSON::createArrayNode);
        var deliveries = deliveries(routing, id);
        if (json) {
            var all = JSON.createObjectNode();
            all.set("notification", notification);
            all.set("decisions", decisions);
            all.set("deliveries", deliveries);
            System.out.println(all);
        } else {
            System.out.print(new TraceText(Terminal.width()).of(notification, decisions, deliveries));
        }
        return HubCommand.DONE;
    }

    private JsonNode notification(HubApi intake) throws IOException, InterruptedException {
        return intake.find("/v1/notifications/" + (wanted.matches(UUID) ? wanted : idOf(intake)))
                .orElseThrow(() -> new HubFailed("Intake has no notification with that id"));
    }

    private String idOf(HubApi intake) throws IOException, InterruptedException {
        var found = intake.get("/v1/notifications?reference=" + URLEncoder.encode(wanted, UTF_8))
                .path("items");
        if (found.isEmpty()) {
            throw new HubFailed("Intake has no notification with that reference");
        }
        if (found.size() > 1) {
            throw new HubFailed("Several providers used that reference; say which by its id:\n"
                    + StreamSupport.stream(found.spliterator(), false)
                            .map(each -> "  %s  %s"
                                    .formatted(
                                            each.path("id").asText(),
                                            each.path("providerId").asText()))
                            .collect(Collectors.joining("\n")));
        }
        return found.get(0).path("id").asText();
    }

    /** Each with its attempts. A notification has a few. */
    private static ArrayNode deliveries(HubApi routing, String id) throws IOException, InterruptedException {
        var deliveries = JSON.createArrayNode();
        for (var delivery :
                routing.get("/v1/deliveries?limit=200&notificationId=" + id).path("items")) {
            deliveries.add(routing.get("/v1/deliveries/" + delivery.path("id").asText()));
        }
        return deliveries;
    }
}
