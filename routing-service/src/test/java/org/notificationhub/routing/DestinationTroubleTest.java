package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.routing.Authorities.Reply.ACCEPT;
import static org.notificationhub.routing.Authorities.Reply.GATEWAY_SILENT;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.routing.Authorities.Call;
import org.notificationhub.routing.delivery.destination.PauseDestination;

/** An authority in trouble, and one that only says no. */
@QuarkusTest
class DestinationTroubleTest extends Journey {

    @Inject
    PauseDestination pauseDestination;

    @Test
    void aDestinationThatFailsIsLeftAloneProbedAndSentMoreAgain() {
        authorities.isDown(CQC, true);
        try (var lines = new LogLines()) {
            var ids = tenAtOnce(ACCEPT);
            await().atMost(PATIENCE)
                    .until(() -> lines.all().stream().anyMatch(line -> line.startsWith("A destination keeps failing")));

            authorities.isDown(CQC, false);
            awaitAll(ids, NotificationStatus.DISCHARGED);

            assertThat(lines.all())
                    .anyMatch(line -> line.startsWith("A destination is tried again with one delivery at a time"))
                    .anyMatch(line -> line.startsWith("A destination answers again"));
        } finally {
            authorities.isDown(CQC, false);
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> cqc().body("circuit.state", equalTo("CLOSED")).body("circuit.failures", equalTo(0)));
    }

    @Test
    void refusalsOfTheContentOpenNothing() {
        try (var lines = new LogLines()) {
            awaitAll(tenAtOnce(REJECT), NotificationStatus.ACTION_REQUIRED);

            assertThat(lines.all())
                    .noneMatch(line -> line.startsWith("A destination keeps failing"))
                    .anyMatch(line ->
                            line.startsWith("A delivery was rejected; see its attempts, and send an amendment"));
        }
        cqc().body("state", equalTo("RUNNING")).body("circuit.until", nullValue());
    }

    @Test
    void aReportOfWhichLfpsesGatewayHeardNothingIsNeverSentTwice() {
        authorities.script(LFPSE, reference, GATEWAY_SILENT);
        receive("SERIOUS_INJURY", TRUST);

        awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls()).extracting(Call::authority).containsExactly(LFPSE, CQC);
    }

    @Test
    void aWithdrawalOfWhichLfpsesGatewayHeardNothingIsSentAgain() {
        receive("SERIOUS_INJURY", TRUST);
        awaitStatus(NotificationStatus.DISCHARGED);
        authorities.script(LFPSE, reference, GATEWAY_SILENT);

        withdraw(2);
        awaitAccepted(2);

        assertThat(calls()).extracting(Call::method).containsExactly("POST", "DELETE", "DELETE");
    }

    @Test
    void whatCqcsGatewayHeardNothingOfIsSentAgainUnderTheSameId() {
        authorities.script(CQC, reference, GATEWAY_SILENT);
        receive("SERIOUS_INJURY", INDEPENDENT);

        awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls())
                .hasSize(2)
                .extracting(call -> call.headers().get("Idempotency-Key"))
                .containsOnly(delivery().id().toString());
    }

    /** Each of them is answered so once. */
    private List<UUID> tenAtOnce(Authorities.Reply reply) {
        pauseDestination.pause(CQC, "So that they go together", "test");
        var ids = Stream.generate(UUID::randomUUID).limit(10).toList();
        for (var each : ids) {
            authorities.script(CQC, each.toString(), reply);
            bus.publish(UUID.randomUUID(), new NotificationReceived(each, NOW, injury(each)));
        }
        awaitAll(ids, NotificationStatus.ROUTED);
        pauseDestination.resume(CQC, "Now they may go", "test");
        return ids;
    }

    private void awaitAll(List<UUID> ids, NotificationStatus status) {
        await().atMost(PATIENCE.multipliedBy(2))
                .until(() -> ids.stream()
                        .allMatch(each -> bus.outcomes(each).stream()
                                .anyMatch(outcome -> outcome.progress().status() == status)));
    }

    private NotificationContent injury(UUID each) {
        var like = content("SERIOUS_INJURY", INDEPENDENT, NOW);
        return new NotificationContent(
                like.type(),
                each.toString(),
                like.provider(),
                like.occurredAt(),
                like.awareAt(),
                like.summary(),
                like.people(),
                null,
                null,
                like.details(),
                false);
    }

    private static ValidatableResponse cqc() {
        return given().auth()
                .oauth2(TestTokens.token("deliveries:manage", "*"))
                .get("/v1/destinations")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.destination == 'CQC' }");
    }
}
