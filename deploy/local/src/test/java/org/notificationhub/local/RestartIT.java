package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HubExtension.class)
class RestartIT {

    private final Hub hub;

    RestartIT(Hub hub) {
        this.hub = hub;
    }

    @Test
    void aStoppedHubLeavesNothingRunningAndGoesOnWhereItWas() throws IOException {
        var told = hub.settled(hub.submit(Injury.at(Injury.NHS_BODY, "TOLD-BEFORE")));
        hub.behave("CQC", "RATE_LIMIT");
        var untold = hub.submit(Injury.at(Injury.INDEPENDENT, "UNTOLD-BEFORE"));
        await().until(() -> !hub.received("CQC", "UNTOLD-BEFORE").isEmpty());

        var processes = hub.local().processes();

        hub.stop();
        assertThat(processes).hasSize(6).noneMatch(HubProcess::isAlive);
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
        assertThat(hub.ports().taken()).isEmpty();
        assertThat(RunningHub.find(hub.home())).isEmpty();
        hub.run();
        hub.behave("CQC", "ACCEPT");

        assertThat(hub.awaitStatus(untold, "DISCHARGED").at("/reference").textValue())
                .isEqualTo("UNTOLD-BEFORE");
        assertThat(hub.notification(told.get("id").textValue())).isEqualTo(told);
        assertThat(effects("UNTOLD-BEFORE")).isEqualTo(1);
    }

    @Test
    void whatAnAuthorityTookBeforeARestartCanBeAmendedAfterIt() throws IOException {
        var injury = Injury.at(Injury.NHS_BODY, "AMENDED-AFTER");
        var id = hub.submit(injury);
        hub.settled(id);

        hub.local().running(Part.SANDBOX).kill();
        hub.local().start(Part.SANDBOX);
        hub.local().awaitReady(Part.SANDBOX);
        var amendment = injury.put("summary", "Fall from bed; wrist fracture.").toString();
        hub.post("/v1/notifications/" + id + "/amendments", amendment).accepted();

        await().until(() -> effects("AMENDED-AFTER") == 2);
        assertThat(hub.received("CQC", "AMENDED-AFTER")).isEmpty();
    }

    private long effects(String reference) {
        return hub.received().stream()
                .filter(each -> each.get("reference").textValue().equals(reference))
                .filter(each -> each.get("effect").booleanValue())
                .count();
    }
}
