package org.notificationhub.local;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void aTakenPortIsNamedWithWhoWantsItAndWhoHoldsIt() throws IOException {
        var plan = PortPlan.free(19_000);
        try (var other = new ServerSocket(plan.of(Part.ROUTING), 1, InetAddress.getLoopbackAddress())) {
            assertThat(plan.taken()).containsOnly(entry(other.getLocalPort(), "routing"));
            assertThat(PortHolder.of(other.getLocalPort())).contains(ProcessHandle.current());
        }
    }

    @Test
    void aPlanThatCollidesGivesWayToTheNext() throws IOException {
        var plan = PortPlan.free(19_000);
        try (var other = new ServerSocket(plan.management(Part.INTAKE), 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThat(PortPlan.free(plan.offset()).offset()).isGreaterThan(plan.offset());
        }
    }

    @Test
    void nobodyHoldsAFreePort() {
        assertThat(PortHolder.of(PortPlan.free(19_000).of(Part.BROKER))).isEmpty();
    }
}
