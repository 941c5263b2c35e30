package org.notificationhub.local;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./hub parked}. */
@Command(
        name = "parked",
        description = "List deliveries that have stopped, oldest first: since when, why, and what to do next.",
        mixinStandardHelpOptions = true)
final class ParkedCommand implements Callable<Integer> {

    @Mixin
    private HubAccess access;

    @Mixin
    private WantedDeliveries wanted;

    @Option(names = "--json", description = "Print each delivery as routing gave it, one a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var routing = access.routing();
        var table = new ParkedTable(Clock.systemUTC().instant());
        var next = "/v1/deliveries?limit=200&" + wanted.query("PARKED");
        while (next != null) {
            var page = routing.get(next);
            for (var delivery : page.path("items")) {
                System.out.println(json ? delivery : table.row(delivery));
            }
            next = page.path("next").textValue();
        }
        if (!json) {
            table.end().forEach(Terminal::say);
        }
        return HubCommand.DONE;
    }
}
