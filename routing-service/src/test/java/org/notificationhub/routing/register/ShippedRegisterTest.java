package org.notificationhub.routing.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShippedRegisterTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 4, 1);

    private final ShippedRegister shipped;
    private final ProviderRegister register;
    private final RegisterSnapshots snapshots;

    ShippedRegisterTest(ShippedRegister shipped, ProviderRegister register, RegisterSnapshots snapshots) {
        this.shipped = shipped;
        this.register = register;
        this.snapshots = snapshots;
    }

    @Test
    void theProvidersThatComeWithTheHubAreKnownFromTheFirstDayOfTheLaw() {
        assertThat(register.find("RJ1", FIRST_DAY)).hasValueSatisfying(trust -> {
            assertThat(trust.source()).isEqualTo(RegisterSource.SHIPPED);
            assertThat(trust.providerClass()).isEqualTo("NHS_BODY");
            assertThat(trust.asOf()).isEqualTo(FIRST_DAY);
        });
        assertThat(register.find("1-101614751", FIRST_DAY))
                .hasValueSatisfying(home -> assertThat(home.providerClass()).isEqualTo("INDEPENDENT"));
    }

    @Test
    void replicasThatStartTogetherTakeThemInOnce() {
        var replicas = CompletableFuture.allOf(start(), start());

        replicas.join();

        assertThat(snapshots.find(null, 1000))
                .filteredOn(snapshot -> snapshot.source() == RegisterSource.SHIPPED)
                .singleElement()
                .satisfies(snapshot -> assertThat(snapshot.added()).isEqualTo(12));
    }

    private CompletableFuture<Void> start() {
        return CompletableFuture.runAsync(() -> shipped.onStart(new StartupEvent()));
    }
}
