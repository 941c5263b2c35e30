package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
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

        assertThat(hub.awaitStatus(untold, "DISCHARGED").at("/reference").textValue())
                .isEqualTo("UNTOLD-BEFORE");
        assertThat(hub.notification(told.get("id").textValue())).isEqualTo(told);
        // The stand-ins for the authorities remember nothing from before: what they hold now was sent after the
        // restart.
        assertThat(hub.received().stream()
                        .map(each -> List.of(
                                each.get("reference").textValue(),
                                each.get("effect").booleanValue())))
                .containsExactly(List.of("UNTOLD-BEFORE", true));
    }
}
