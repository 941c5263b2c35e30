package org.notificationhub.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HubExtension.class)
class BrokerKilledIT {

    private static final int CLIENTS = 8;

    private final Hub hub;

    BrokerKilledIT(Hub hub) {
        this.hub = hub;
    }

    /** LfPSE knows no idempotency key: what the hub sends it twice counts twice. */
    @Test
    void aKilledBrokerStopsNoSenderAndLosesAndDoublesNothing() throws Exception {
        var notifications = IntStream.range(0, 500)
                .mapToObj(n -> Injury.at(n % 2 == 0 ? Injury.NHS_BODY : Injury.INDEPENDENT, "KILL-" + n))
                .toList();
        var clients = Executors.newFixedThreadPool(CLIENTS);

        var before = post(notifications.subList(0, 300), clients);
        before.get(150).get();
        hub.local().running(Part.BROKER).kill();
        var during = post(notifications.subList(300, 500), clients);
        var ids = ids(Stream.concat(before.stream(), during.stream()));
        await("the relay gives up, and will try again")
                .until(() -> hub.log(Part.INTAKE).contains("Events wait in the outbox"));
        var waitingMeanwhile = hub.metric(Part.INTAKE, "hub_outbox_pending");
        hub.local().start(Part.BROKER);
        var settled = hub.settled(ids);

        assertThat(waitingMeanwhile).isGreaterThanOrEqualTo(200);
        assertThat(settled)
                .allSatisfy(notification ->
                        assertThat(notification.get("status").textValue()).isEqualTo("DISCHARGED"));
        assertThat(effects())
                .isEqualTo(notifications.stream()
                        .collect(toMap(
                                notification -> notification.get("reference").textValue(), each -> 1L)));
        await().untilAsserted(() -> {
            assertThat(hub.metric(Part.INTAKE, "hub_outbox_pending")).isZero();
            assertThat(hub.metric(Part.ROUTING, "hub_outbox_pending")).isZero();
        });
        clients.shutdown();
    }

    private List<Future<String>> post(List<? extends JsonNode> notifications, ExecutorService clients) {
        return notifications.stream()
                .map(notification -> clients.submit((Callable<String>) () -> hub.submit(notification)))
                .toList();
    }

    private static List<String> ids(Stream<Future<String>> answers) throws Exception {
        var ids = new ArrayList<String>();
        for (var answer : answers.toList()) {
            ids.add(answer.get());
        }
        return ids;
    }

    private Map<String, Long> effects() {
        return hub.received().stream()
                .filter(each -> each.get("effect").booleanValue())
                .map(each -> each.get("reference").textValue())
                .filter(reference -> reference.startsWith("KILL-"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
