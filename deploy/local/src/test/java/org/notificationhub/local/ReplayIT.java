package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person does about a delivery that has stopped, from the command line. */
@ExtendWith(HubExtension.class)
class ReplayIT {

    private final Hub hub;

    ReplayIT(Hub hub) {
        this.hub = hub;
    }

    @AfterEach
    void mend() {
        hub.behave("CQC", "ACCEPT");
    }

    @Test
    void whatCqcRefusedIsFoundTriedAgainAndTold() {
        hub.behave("CQC", "REJECT");
        var id = hub.submit(Injury.at(Injury.INDEPENDENT, "TO-BE-REPLAYED"));
        var delivery =
                hub.awaitStatus(id, "ACTION_REQUIRED").at("/deliveries/0/id").textValue();
        hub.behave("CQC", "ACCEPT");

        assertThat(run(Part.ROUTING, "parked", "--state", "REJECTED").output()).contains(delivery);
        var replay = run(Part.ROUTING, "replay", delivery, "--reason", "CQC has mended its form.", "--yes");
        assertThat(replay.exit()).as(replay.messages()).isEqualTo(HubCommand.DONE);

        var notification = hub.awaitStatus(id, "DISCHARGED");
        assertThat(AuthorityTroubleIT.steps(notification))
                .containsExactly(
                        "RECEIVED", "ROUTED", "DELIVERY_REJECTED", "DELIVERY_RESCHEDULED", "DELIVERY_ACCEPTED");
        assertThat(run(
                                Part.INTAKE,
                                "trace",
                                "TO-BE-REPLAYED",
                                "--routing",
                                hub.local().url(Part.ROUTING))
                        .output())
                .contains("ATTEMPT 1", "RETRY", "asked for by hub-cli", "ATTEMPT 2", "DELIVERY_ACCEPTED CQC");
    }

    private CommandLineRun run(Part part, String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--url", hub.local().url(part), "--data", hub.home().state().toString()));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
